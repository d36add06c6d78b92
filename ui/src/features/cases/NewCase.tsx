import { useState } from "react";
import { Form } from "react-aria-components";
import { useCommand } from "../../ipc/answers";
import type { Colleague } from "../../ipc/generated/Colleague";
import { Button } from "../../kit/Button";
import { Colleagues } from "../../kit/Colleagues";
import { Dialog } from "../../kit/Dialog";
import { FailureNote } from "../../kit/FailureNote";
import { TextField } from "../../kit/Field";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";

/** Opens a new case: a name, and who reads along. */
export function NewCase({
  team,
  isOpen,
  onClose,
  onOpened,
}: {
  team: Colleague[];
  isOpen: boolean;
  onClose: () => void;
  onOpened: (caseId: string) => void;
}) {
  const { t } = useText();
  const announce = useAnnounce();
  const open = useCommand("open_case");
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const others = team.filter((each) => !each.me);
  return (
    <Dialog title={t("cases-new-title")} isOpen={isOpen} onClose={onClose}>
      <Form
        className="nb-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === "" || open.isPending) return;
          open.mutate(
            { name: name.trim(), with: chosen },
            {
              onSuccess: (row) => {
                announce(t("status-saved"));
                setName("");
                setChosen([]);
                onClose();
                onOpened(row.id);
              },
            },
          );
        }}
      >
        <p className="nb-prose nb-muted">{t("cases-new-intro")}</p>
        <TextField
          label={t("cases-name")}
          placeholder={t("cases-name-example")}
          autoFocus
          value={name}
          onChange={setName}
        />
        {others.length === 0 ? (
          <p className="nb-muted">{t("cases-with-none")}</p>
        ) : (
          <Colleagues label={t("cases-with")} colleagues={others} chosen={chosen} onChange={setChosen} />
        )}
        <FailureNote error={open.error} />
        <div className="nb-dialog__foot">
          <Button onPress={onClose}>{t("action-cancel")}</Button>
          <Button variant="primary" type="submit" isDisabled={name.trim() === ""} isPending={open.isPending}>
            {t("cases-open")}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
