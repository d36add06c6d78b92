import { Undo2 } from "lucide-react";
import { useState } from "react";
import { useAnswer, useCommand } from "../../ipc/answers";
import type { TimelineItem } from "../../ipc/generated/TimelineItem";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { personName } from "../../kit/person-name";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import "./history.css";

/** What was taken back, below a timeline and out of sight until somebody asks: each can be put back, however late. */
export function Withdrawn({ caseId }: { caseId: string | null }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="nb-pane__more">
      <Button variant="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {isOpen ? t("withdrawn-hide") : t("withdrawn-show")}
      </Button>
      {isOpen ? <List caseId={caseId} /> : null}
    </div>
  );
}

function List({ caseId }: { caseId: string | null }) {
  const { t, when } = useText();
  const announce = useAnnounce();
  const list = useAnswer("list_withdrawn", caseId === null ? { caseId: null } : { caseId });
  const withdraw = useCommand("set_withdrawn");
  const putBack = async (id: string) => {
    if ((await withdraw.run({ ids: [id], withdrawn: false })) !== null) announce(t("withdrawn-back"));
  };
  const said = (item: TimelineItem) =>
    item.type === "personMerge" ? `${t("merge-kind")}: ${personName(item.person, t)}` : item.text;
  const items = list.data?.items ?? [];
  return (
    <>
      <FailureNote error={list.error ?? withdraw.error} />
      {list.data && items.length === 0 ? <p className="nb-muted">{t("withdrawn-none")}</p> : null}
      <ol className="nb-history">
        {items.map((item) => (
          <li key={item.id}>
            <p className="nb-meta">{`${when.full(item.at, Date.now())} · ${item.by}`}</p>
            <p className="nb-item__text">{said(item)}</p>
            <Button
              variant="quiet"
              icon={<Undo2 aria-hidden />}
              aria-label={t("withdrawn-put-back-of", { when: when.full(item.at) })}
              onPress={() => void putBack(item.id)}
            >
              {t("withdrawn-put-back")}
            </Button>
          </li>
        ))}
      </ol>
      {list.data?.more ? <p className="nb-muted">{t("withdrawn-more", { count: items.length })}</p> : null}
    </>
  );
}
