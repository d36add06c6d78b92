import { Mail, MailOpen } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import type { HandoverRow } from "../../ipc/generated/HandoverRow";
import { useText } from "../../text/text";
import "./handover.css";

/** Handovers as rows that open: who sent it, when, whether it is still to be read or who has read it. */
export function HandoverRows({
  rows,
  now,
  onRead,
}: {
  rows: HandoverRow[];
  now: number;
  onRead: (handoverId: string) => void;
}) {
  const { t, when } = useText();
  return (
    <ul className="nb-handovers">
      {rows.map((row) => (
        <li key={row.id}>
          <AriaButton
            className={row.unread ? "nb-handover-row nb-handover-row--unread" : "nb-handover-row"}
            onPress={() => onRead(row.id)}
            data-testid="handover-row"
          >
            {row.unread ? <Mail aria-hidden /> : <MailOpen aria-hidden />}
            <span className="nb-handover-row__words">
              <span className="nb-handover-row__title">
                {row.mine
                  ? t(row.kind === "caseload" ? "handover-mine-caseload" : "handover-mine")
                  : t(row.kind === "caseload" ? "handover-title-caseload" : "handover-title-shift", {
                      name: row.by,
                    })}
              </span>
              <span className="nb-meta">
                {row.readers.length > 0
                  ? t("handover-seen-by", {
                      names: row.readers.map(({ name, at }) => `${name} ${when.time(at)}`).join(", "),
                    })
                  : row.to.length > 0
                    ? t("handover-for", { names: row.to.join(", ") })
                    : t("handover-for-next")}
                {row.share === "waiting" ? ` · ${t("handover-not-shared")}` : ""}
              </span>
            </span>
            <span className="nb-handover-row__end">
              <time className="nb-meta">{when.short(row.at, now)}</time>
              {row.unread ? <span className="nb-badge">{t("handover-unread")}</span> : null}
            </span>
          </AriaButton>
        </li>
      ))}
    </ul>
  );
}
