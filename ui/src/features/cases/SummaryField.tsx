import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useCommand } from "../../ipc/answers";
import type { Summary } from "../../ipc/generated/Summary";
import { Button } from "../../kit/Button";
import { carryCaret, carryOver } from "../../kit/carry";
import { FailureNote } from "../../kit/FailureNote";
import { TextArea } from "../../kit/Field";
import { useKept } from "../../kit/kept";
import { RemoteBar } from "../../kit/RemoteBar";
import { ShareMark } from "../../kit/ShareMark";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";

/** A summary being written: the version it was opened on, that version's text, and the text now. */
interface SummaryForm {
  opened: Summary;
  text: string;
}

/**
 * "Where we stand": the one text that everyone in the case shares. It is saved on leaving the field or
 * with Ctrl+Enter, at the version on which writing began, so that two people's words come together.
 */
export function SummaryField({ summary }: { summary: Summary }) {
  const { t, when } = useText();
  const announce = useAnnounce();
  const edit = useCommand("edit_summary");
  const [form, setForm] = useKept<SummaryForm>(`summary:${summary.caseId}`);
  const [isFocused, setFocused] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  const latest = useRef<SummaryForm | undefined>(form);
  latest.current = form;

  useLayoutEffect(() => {
    if (caret.current === null) return;
    area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const save = async (stay: boolean) => {
    const sent = latest.current;
    if (!sent) return;
    if (sent.text === sent.opened.text) {
      if (!stay) setForm(undefined);
      return;
    }
    const { version } = sent.opened;
    const saved = await edit.run({ caseId: summary.caseId, version, text: sent.text });
    if (saved === null) return;
    announce(t("status-saved"));
    const now = latest.current;
    if (!now) return;
    const field = document.activeElement === area.current ? area.current : null;
    if (field === null && now.text === sent.text) return setForm(undefined);
    // Written on meanwhile: go on from the merged text, with what was typed since put into it.
    const text = carryOver(sent.text, saved.text, now.text);
    if (field && text !== now.text) caret.current = carryCaret(now.text, text, field.selectionStart);
    latest.current = { opened: saved, text };
    setForm(latest.current);
    if (field === null) await save(false);
  };
  // A shortcut may take the screen away while one is still in the field: that is leaving it too.
  const leave = useRef(save);
  leave.current = save;
  useEffect(() => () => void leave.current(false), []);

  const text = form?.text ?? summary.text;
  const isRemote = form !== undefined && form.opened.version !== summary.version && !edit.isPending;
  return (
    <section className="nb-summary" aria-labelledby={`summary-${summary.caseId}`}>
      <div className="nb-summary__head">
        <h3 id={`summary-${summary.caseId}`} className="nb-section-title">
          {t("summary-title")}
        </h3>
        {summary.changedBy && summary.changedAt !== null ? (
          <span className="nb-meta">
            {t("summary-by", { name: summary.changedBy, when: when.full(summary.changedAt) })}
          </span>
        ) : null}
        {summary.text === "" ? null : <ShareMark share={summary.share} />}
      </div>
      {isRemote && summary.text !== form.text ? (
        <RemoteBar by={summary.changedBy} current={summary.text} explain={t("remote-merges")} />
      ) : null}
      <TextArea
        label={t("summary-title")}
        labelHidden
        bare
        size="one"
        placeholder={t("summary-empty")}
        areaRef={area}
        value={text}
        onChange={(next) => setForm({ opened: form?.opened ?? summary, text: next })}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          void save(false);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && event.ctrlKey) {
            event.preventDefault();
            void save(true);
          }
        }}
      />
      {isFocused && form && form.text !== form.opened.text ? (
        <div className="nb-row">
          <Button keys="Ctrl+Enter" onPress={() => void save(true)}>
            {t("summary-save")}
          </Button>
        </div>
      ) : null}
      <FailureNote error={edit.error} />
    </section>
  );
}
