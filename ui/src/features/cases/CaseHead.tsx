import { Pencil, UserPlus } from "lucide-react";
import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import type { CaseFile } from "../../ipc/generated/CaseFile";
import type { Colleague } from "../../ipc/generated/Colleague";
import { Button } from "../../kit/Button";
import { Differences } from "../../kit/differences/Differences";
import { FailureNote } from "../../kit/FailureNote";
import { TextField } from "../../kit/Field";
import { Heading } from "../../kit/Heading";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { ShareCase } from "./ShareCase";
import "./cases.css";

function Rename({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const { t } = useText();
  const announce = useAnnounce();
  const edit = useCommand("edit_case");
  // The version this form was opened on goes back with the edit, whatever comes in meanwhile.
  const [version] = useState(file.version);
  const [name, setName] = useState(file.case.name);
  return (
    <form
      className="nb-rename"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "") return;
        edit.mutate(
          { caseId: file.case.id, version, name },
          {
            onSuccess: () => {
              announce(t("status-saved"));
              onClose();
            },
          },
        );
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <TextField label={t("cases-name")} autoFocus value={name} onChange={setName} />
      <div className="nb-row">
        <Button variant="primary" type="submit" isPending={edit.isPending} isDisabled={name.trim() === ""}>
          {t("action-save")}
        </Button>
        <Button onPress={onClose}>{t("action-cancel")}</Button>
      </div>
      <FailureNote error={edit.error} />
    </form>
  );
}

/** The name of a case and who works on it. */
export function CaseHead({
  file,
  team,
  takesFocus,
}: {
  file: CaseFile;
  team: Colleague[];
  takesFocus: boolean;
}) {
  const { t } = useText();
  const [isRenaming, setRenaming] = useState(false);
  const [isSharing, setSharing] = useState(false);
  const names = file.case.colleagues.map((each) => (each.me ? `${each.name} (${t("you")})` : each.name));
  return (
    <header className="nb-case-head">
      {isRenaming ? (
        <Rename file={file} onClose={() => setRenaming(false)} />
      ) : (
        <div className="nb-case-head__name">
          <Heading level={2} focusKey={file.case.id} takesFocus={takesFocus}>
            {file.case.name}
          </Heading>
          <Button
            variant="quiet"
            icon={<Pencil aria-hidden />}
            aria-label={t("cases-rename")}
            onPress={() => setRenaming(true)}
          />
        </div>
      )}
      <div className="nb-case-head__people">
        <span className="nb-muted">{t("cases-colleagues")}:</span>
        <span>{names.join(", ")}</span>
        <Button variant="quiet" icon={<UserPlus aria-hidden />} onPress={() => setSharing(true)}>
          {t("cases-share")}
        </Button>
      </div>
      <Differences differences={file.differences} />
      <ShareCase row={file.case} team={team} isOpen={isSharing} onClose={() => setSharing(false)} />
    </header>
  );
}
