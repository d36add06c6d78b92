import { Link2, Undo2 } from "lucide-react";
import { useCommand } from "../../ipc/answers";
import type { PersonMergeRow } from "../../ipc/generated/PersonMergeRow";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { personName } from "../../kit/person-name";
import { useAnnounce } from "../../kit/status";
import { TimelineRow } from "../../kit/TimelineRow";
import { useText } from "../../text/text";

/** In a timeline: that a person turned out to be a case or another person, until somebody takes it back. */
export function PersonMergeItem({ row, isSought }: { row: PersonMergeRow; isSought: boolean }) {
  const { t, when } = useText();
  const announce = useAnnounce();
  const withdraw = useCommand("set_withdrawn");
  const name = personName(row.person, t);
  const into = row.into ? personName(row.into, t) : (row.caseName ?? t("merge-some-case"));
  const set = async (withdrawn: boolean) => {
    if ((await withdraw.run({ ids: [row.id], withdrawn })) === null) return;
    if (withdrawn) announce(t("merge-undone"), { undo: () => void set(false) });
    else announce(t("status-saved"));
  };
  return (
    <TimelineRow
      id={row.id}
      at={row.at}
      share={row.share}
      edited={false}
      isSought={isSought}
      kind={
        <>
          <Link2 aria-hidden />
          {t("merge-kind")}
        </>
      }
      meta={[row.by]}
      action={
        <Button
          variant="quiet"
          icon={<Undo2 aria-hidden />}
          aria-label={t("merge-undo-of", { name, when: when.full(row.at) })}
          isPending={withdraw.isPending}
          onPress={() => void set(true)}
        >
          {t("merge-undo")}
        </Button>
      }
    >
      <p className="nb-item__text">{t("merge-said", { name, into })}</p>
      {row.counts ? null : <p className="nb-meta">{t("merge-overruled")}</p>}
      <FailureNote error={withdraw.error} />
    </TimelineRow>
  );
}
