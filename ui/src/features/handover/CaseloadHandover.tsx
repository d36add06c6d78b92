import { CheckboxGroup, Label } from "react-aria-components";
import { useCommand } from "../../ipc/answers";
import type { Colleague } from "../../ipc/generated/Colleague";
import { Button } from "../../kit/Button";
import { CheckBox } from "../../kit/CheckBox";
import { Empty } from "../../kit/Empty";
import { FailureNote } from "../../kit/FailureNote";
import { Heading } from "../../kit/Heading";
import { Note } from "../../kit/Note";
import { Select } from "../../kit/Select";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { CaseloadPage } from "./CaseloadPage";
import { useCaseload } from "./use-caseload";
import "../../kit/page.css";
import "./handover.css";

/** Cases that are handed over for good: to whom, which, and a page for each. */
export function CaseloadHandover({
  colleagues,
  onSent,
}: {
  /** Everybody in the team but the one who hands over. */
  colleagues: Colleague[];
  onSent: () => void;
}) {
  const { t } = useText();
  const announce = useAnnounce();
  const { caseload, error, change, keep } = useCaseload();
  const send = useCommand("send_caseload_handover");
  const back = useCommand("set_withdrawn");
  const draft = caseload?.draft;
  const pages = caseload?.pages ?? [];
  const chosen = pages.filter((page) => draft?.caseIds.includes(page.caseId));
  const to = colleagues.find(({ memberId }) => memberId === draft?.to);
  const isNew = chosen.filter((page) => !page.colleagues.some(({ memberId }) => memberId === to?.memberId));
  const isReady = to !== undefined && chosen.length > 0;

  const doSend = async () => {
    if (!draft || !isReady) return;
    await keep(draft);
    const caseIds = chosen.map(({ caseId }) => caseId);
    const sent = await send.run({ draft: { ...draft, caseIds } });
    if (!sent) return;
    const undo = async () => {
      await keep(draft);
      if (await back.run({ ids: sent.ids, withdrawn: true })) announce(t("handover-undone"));
    };
    // Who was let into a case has read it from then on: that is not taken back, so it is not offered.
    announce(
      t("handover-caseload-sent", { name: to.name, count: chosen.length }),
      sent.granted === 0 ? { undo: () => void undo() } : undefined,
    );
    onSent();
  };
  const whyOf = (caseId: string, former: string) =>
    draft?.whys.find((each) => each.caseId === caseId)?.why ?? former;

  return (
    <div className="nb-page nb-handover">
      <header className="nb-handover__head">
        <Heading level={2} className="nb-page__title">
          {t("handover-caseload")}
        </Heading>
        <Button
          variant="primary"
          isDisabled={!isReady}
          isPending={send.isPending}
          onPress={() => void doSend()}
        >
          {t("handover-caseload-send")}
        </Button>
      </header>
      <p className="nb-prose nb-muted">{t("handover-caseload-intro")}</p>
      <FailureNote error={error ?? send.error ?? back.error} />
      {caseload && pages.length === 0 ? <Empty>{t("handover-caseload-none")}</Empty> : null}
      {caseload && pages.length > 0 && colleagues.length === 0 ? (
        <Empty>{t("handover-caseload-alone")}</Empty>
      ) : null}
      {draft && pages.length > 0 && colleagues.length > 0 ? (
        <>
          <Select
            label={t("handover-caseload-to")}
            placeholder={t("handover-caseload-choose")}
            value={draft.to}
            options={colleagues.map(({ memberId, name, role }) => ({
              value: memberId,
              label: name,
              hint: t(`role-${role}`),
            }))}
            onChange={(member) => change((now) => ({ ...now, to: member }))}
          />
          <CheckboxGroup
            className="nb-choice nb-handover__cases"
            value={draft.caseIds}
            onChange={(caseIds) => change((now) => ({ ...now, caseIds }))}
          >
            <Label className="nb-label">{t("handover-caseload-cases")}</Label>
            {pages.map((page) => (
              <CheckBox key={page.caseId} value={page.caseId}>
                {page.name}
              </CheckBox>
            ))}
          </CheckboxGroup>
          {to && isNew.length > 0 ? (
            <Note tone="warn">
              {t("handover-caseload-grants", {
                name: to.name,
                cases: isNew.map((page) => page.name).join(", "),
              })}
            </Note>
          ) : null}
          {chosen.map((page) => (
            <CaseloadPage
              key={page.caseId}
              page={page}
              why={whyOf(page.caseId, page.why)}
              onWhy={(why) =>
                change((now) => ({
                  ...now,
                  whys: [
                    ...now.whys.filter((each) => each.caseId !== page.caseId),
                    { caseId: page.caseId, why },
                  ],
                }))
              }
            />
          ))}
        </>
      ) : null}
    </div>
  );
}
