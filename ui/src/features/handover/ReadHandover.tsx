import { FileDown } from "lucide-react";
import { useAnswer, useCommand } from "../../ipc/answers";
import type { HandoverSection } from "../../ipc/generated/HandoverSection";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { Heading } from "../../kit/Heading";
import { ShareMark } from "../../kit/ShareMark";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { HandoverLines } from "./HandoverLines";
import { usePdf } from "./pdf";
import { Readers } from "./Readers";
import "../../kit/page.css";
import "./handover.css";

function Section({ section, onCase }: { section: HandoverSection; onCase: (caseId: string) => void }) {
  const { t } = useText();
  const { kind, caseId, why } = section;
  const title =
    kind === "worries" || kind === "agreements"
      ? t(`handover-section-${kind}`)
      : (section.heading ?? t("handover-no-place"));
  return (
    <section className={`nb-read nb-read--${kind}`} aria-label={title}>
      <div className="nb-lines__head">
        <h3 className="nb-section-title">{title}</h3>
        {caseId === null ? null : (
          <Button
            variant="quiet"
            aria-label={t("handover-open-case-named", { name: title })}
            onPress={() => onCase(caseId)}
          >
            {t("handover-open-case")}
          </Button>
        )}
      </div>
      {why === null ? null : (
        <div className="nb-read__why">
          <h4>{t("handover-why")}</h4>
          <p className="nb-prose nb-read__text">{why}</p>
        </div>
      )}
      <HandoverLines lines={section.lines} />
    </section>
  );
}

/** A handover to be read in a minute: worries and agreements first, then place by place, then case by case. */
export function ReadHandover({
  handoverId,
  onCase,
}: {
  handoverId: string;
  onCase: (caseId: string) => void;
}) {
  const { t, when } = useText();
  const announce = useAnnounce();
  const { data: file, error } = useAnswer("read_handover", { id: handoverId });
  const note = useCommand("note_handover_read");
  const pdf = usePdf();
  const noteRead = async () => {
    if (file?.handover.unread && (await note.run({ ids: file.ids }))) announce(t("handover-noted"));
  };
  const row = file?.handover;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter says "read" from anywhere in the handover
    <div
      className="nb-page nb-handover"
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !event.ctrlKey) return;
        event.preventDefault();
        void noteRead();
      }}
    >
      <FailureNote error={error ?? note.error ?? pdf.error} />
      {file && row ? (
        <>
          <header className="nb-handover__head">
            <div>
              <Heading level={2} className="nb-page__title" focusKey={handoverId}>
                {t(row.kind === "caseload" ? "handover-title-caseload" : "handover-title-shift", {
                  name: row.by,
                })}
              </Heading>
              <p className="nb-muted">
                {when.full(row.at)} ·{" "}
                {row.to.length === 0
                  ? t("handover-for-next")
                  : t("handover-for", { names: row.to.join(", ") })}
                {row.mine ? <ShareMark share={row.share} /> : null}
              </p>
              <Readers readers={row.readers} />
            </div>
            <div className="nb-row">
              <Button
                icon={<FileDown aria-hidden />}
                isPending={pdf.isPending}
                onPress={() => void pdf.print({ type: "sent", id: row.id })}
              >
                {t("handover-pdf")}
              </Button>
              {row.unread ? (
                <Button
                  variant="primary"
                  keys="Ctrl+Enter"
                  isPending={note.isPending}
                  onPress={() => void noteRead()}
                >
                  {t("handover-note-read")}
                </Button>
              ) : null}
            </div>
          </header>
          {file.sections.map((section) => (
            <Section
              key={`${section.kind} ${section.caseId ?? ""} ${section.heading ?? ""}`}
              section={section}
              onCase={onCase}
            />
          ))}
        </>
      ) : null}
    </div>
  );
}
