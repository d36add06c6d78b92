import { useEffect, useRef } from "react";
import { useCommand } from "../../ipc/answers";
import { call } from "../../ipc/call";
import type { Added } from "../../ipc/generated/Added";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { useNow } from "../../kit/now";
import { Panel } from "../../kit/Panel";
import { useText } from "../../text/text";
import { ThingRow } from "./ThingRow";
import type { OpenThing } from "./things";

/**
 * What colleagues added since one last looked. It counts as seen when one says so, or leaves this screen after all of
 * it was on it; never by opening the screen.
 */
export function AddedPanel({ added, open }: { added: Added; open: OpenThing }) {
  const { t, when } = useText();
  const now = useNow();
  const look = useCommand("note_looked");
  const isAll = added.rows.length === added.total;
  const shown = useRef<number | null>(null);
  shown.current = isAll && added.total > 0 ? added.mark : null;
  useEffect(
    () => () => {
      // Of no weight: what could not be noted is shown once more.
      if (shown.current !== null) call("note_looked", { mark: shown.current }).catch(() => {});
    },
    [],
  );
  return (
    <Panel
      title={t("today-added")}
      count={added.more ? `${added.total}+` : added.total}
      action={
        added.total === 0 ? null : (
          <Button
            variant="quiet"
            isPending={look.isPending}
            onPress={() => void look.run({ mark: added.mark })}
          >
            {t("today-seen")}
          </Button>
        )
      }
    >
      <FailureNote error={look.error} />
      {added.total === 0 ? <p className="nb-muted">{t("today-added-none")}</p> : null}
      <ul>
        {added.rows.map((row) => (
          <ThingRow key={row.id} thing={row} open={open}>
            <span className="nb-meta">
              {row.by} · {when.short(row.at, now)}
            </span>
            {row.words ? <span className="nb-thing__words">{row.words}</span> : null}
          </ThingRow>
        ))}
      </ul>
      {isAll ? null : (
        <p className="nb-meta">
          {t(added.more ? "today-added-many" : "today-added-more", {
            count: added.total - added.rows.length,
          })}
        </p>
      )}
    </Panel>
  );
}
