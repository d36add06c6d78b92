import type { CaseloadPage as Page } from "../../ipc/generated/CaseloadPage";
import { TextArea } from "../../kit/Field";
import { useText } from "../../text/text";
import { HandoverLines } from "./HandoverLines";

/** One case on one page, as the successor will read it; only why we do it this way is written here. */
export function CaseloadPage({
  page,
  why,
  onWhy,
}: {
  page: Page;
  why: string;
  onWhy: (why: string) => void;
}) {
  const { t } = useText();
  const lines = [...page.agreements, ...page.contacts];
  return (
    <section className="nb-read" aria-label={page.name}>
      <h3 className="nb-section-title">{page.name}</h3>
      <p className="nb-meta">
        {t("handover-caseload-who", {
          names: page.colleagues.map(({ name, role }) => `${name} (${t(`role-${role}`)})`).join(", "),
        })}
      </p>
      <TextArea
        label={t("handover-why")}
        optional
        help={t("handover-why-hint")}
        value={why}
        onChange={onWhy}
      />
      <h4 className="nb-read__over">{t("handover-summary")}</h4>
      <p className="nb-prose nb-read__text">{page.summary || t("handover-no-summary")}</p>
      <HandoverLines lines={lines} />
    </section>
  );
}
