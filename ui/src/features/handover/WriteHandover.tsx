import { FileDown } from "lucide-react";
import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import type { Colleague } from "../../ipc/generated/Colleague";
import { Button } from "../../kit/Button";
import { Empty } from "../../kit/Empty";
import { FailureNote } from "../../kit/FailureNote";
import { Heading } from "../../kit/Heading";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { added, draftOf, isEmpty, moved, reworded, struck } from "./draft";
import { useLineKeys } from "./line-keys";
import { ProposedGroupList } from "./ProposedGroupList";
import { usePdf } from "./pdf";
import { Recipients } from "./Recipients";
import { SentNote } from "./SentNote";
import { useProposal } from "./use-proposal";
import "../../kit/page.css";
import "./handover.css";

/** The handover of this shift, as it writes itself: to put in order, to strike from, to add to, and to send. */
export function WriteHandover({
  colleagues,
  onRead,
}: {
  /** Everybody in the team but the one who writes. */
  colleagues: Colleague[];
  onRead: (handoverId: string) => void;
}) {
  const { t, when } = useText();
  const announce = useAnnounce();
  const { handover, error, change } = useProposal();
  const send = useCommand("send_handover");
  const back = useCommand("set_withdrawn");
  const pdf = usePdf();
  const [editing, setEditing] = useState<string | null>(null);
  const actions = {
    strike: (key: string) => change((now) => struck(now, key)),
    move: (key: string, by: -1 | 1) => change((now) => moved(now, key, by)),
    edit: (key: string) => {
      if (key === "" && editing !== null) keys.focusLine(editing);
      setEditing(key === "" ? null : key);
    },
  };
  const keys = useLineKeys(handover, actions);

  const shift = handover?.shift;
  const doSend = async () => {
    if (!handover || !shift || isEmpty(handover)) return;
    const sent = await send.run({ shiftId: shift.id, draft: draftOf(handover) });
    if (!sent) return;
    const undo = async () => {
      if (!(await back.run({ ids: sent.ids, withdrawn: true }))) return;
      if (sent.replaced.length > 0) await back.run({ ids: sent.replaced, withdrawn: false });
      announce(t("handover-undone"));
    };
    announce(t("handover-sent"), { undo: () => void undo() });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter sends from anywhere in the handover
    <div
      className="nb-page nb-handover"
      onFocus={keys.onFocus}
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.ctrlKey) {
          event.preventDefault();
          void doSend();
        } else keys.onKeyDown(event);
      }}
    >
      <header className="nb-handover__head">
        <div>
          <Heading level={2} className="nb-page__title">
            {t("handover-write")}
          </Heading>
          {shift ? (
            <p className="nb-muted">
              {shift.endedAt === null
                ? t("handover-of-shift", { at: when.full(shift.at) })
                : t("handover-of-ended-shift", { at: when.full(shift.at), until: when.time(shift.endedAt) })}
            </p>
          ) : null}
        </div>
        {handover && shift ? (
          <div className="nb-row">
            <Button
              icon={<FileDown aria-hidden />}
              isDisabled={isEmpty(handover)}
              isPending={pdf.isPending}
              onPress={() => void pdf.print({ type: "unsent", shiftId: shift.id, draft: draftOf(handover) })}
            >
              {t("handover-pdf")}
            </Button>
            <Button
              variant="primary"
              keys="Ctrl+Enter"
              isDisabled={isEmpty(handover)}
              isPending={send.isPending}
              onPress={() => void doSend()}
            >
              {t(handover.sent ? "handover-send-again" : "handover-send")}
            </Button>
          </div>
        ) : null}
      </header>
      <FailureNote error={error ?? send.error ?? back.error ?? pdf.error} />
      {handover && !shift ? (
        <Empty title={t("handover-no-shift-title")}>{t("handover-no-shift")}</Empty>
      ) : null}
      {handover && shift ? (
        <>
          {handover.sent ? <SentNote sent={handover.sent} onRead={onRead} /> : null}
          <Recipients
            colleagues={colleagues}
            to={handover.to}
            onChange={(to) => change((now) => ({ ...now, to }))}
          />
          {handover.groups.every((group) => group.lines.length === 0) ? (
            <p className="nb-prose nb-muted">{t("handover-nothing-yet")}</p>
          ) : (
            <p className="nb-meta">{t("handover-keys-hint")}</p>
          )}
          {handover.groups.map((group) => (
            <ProposedGroupList
              key={group.caseId ?? `place ${group.heading ?? ""}`}
              group={group}
              stop={keys.stop}
              editing={editing}
              actions={actions}
              onAdd={(text) => {
                if (text.trim() !== "") change((now) => added(now, group, text));
              }}
              onReword={(key, text) => change((now) => reworded(now, key, text))}
            />
          ))}
        </>
      ) : null}
    </div>
  );
}
