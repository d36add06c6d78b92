import { useState } from "react";
import { Form } from "react-aria-components";
import { useCommand } from "../../ipc/answers";
import type { CaseRow } from "../../ipc/generated/CaseRow";
import type { Colleague } from "../../ipc/generated/Colleague";
import { Button } from "../../kit/Button";
import { Colleagues } from "../../kit/Colleagues";
import { Dialog } from "../../kit/Dialog";
import { FailureNote } from "../../kit/FailureNote";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";

/** Adds colleagues to a case: they read all of it from then on. */
export function ShareCase({
  row,
  team,
  isOpen,
  onClose,
}: {
  row: CaseRow;
  team: Colleague[];
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useText();
  const announce = useAnnounce();
  const share = useCommand("share_case");
  const [chosen, setChosen] = useState<string[]>([]);
  const others = team.filter((each) => !row.colleagues.some((inCase) => inCase.memberId === each.memberId));
  const close = () => {
    setChosen([]);
    onClose();
  };
  return (
    <Dialog title={t("cases-share-title")} isOpen={isOpen} onClose={close}>
      <Form
        className="nb-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen.length === 0) return;
          share.mutate(
            { caseId: row.id, with: chosen },
            {
              onSuccess: () => {
                announce(t("status-saved"));
                close();
              },
            },
          );
        }}
      >
        {others.length === 0 ? (
          <p>{t("cases-share-all")}</p>
        ) : (
          <>
            <p className="nb-prose">{t("cases-share-intro")}</p>
            <Colleagues label={t("cases-with")} colleagues={others} chosen={chosen} onChange={setChosen} />
          </>
        )}
        <FailureNote error={share.error} />
        <div className="nb-dialog__foot">
          <Button onPress={close}>{others.length === 0 ? t("action-close") : t("action-cancel")}</Button>
          {others.length === 0 ? null : (
            <Button
              variant="primary"
              type="submit"
              isDisabled={chosen.length === 0}
              isPending={share.isPending}
            >
              {t("cases-share-submit")}
            </Button>
          )}
        </div>
      </Form>
    </Dialog>
  );
}
