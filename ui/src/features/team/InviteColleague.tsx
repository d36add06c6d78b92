import { Copy } from "lucide-react";
import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import type { Invitation } from "../../ipc/generated/Invitation";
import type { Role } from "../../ipc/generated/Role";
import { Button } from "../../kit/Button";
import { Choice } from "../../kit/Choice";
import { FailureNote } from "../../kit/FailureNote";
import { TextArea } from "../../kit/Field";
import { Note } from "../../kit/Note";
import { Panel } from "../../kit/Panel";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";

const roles: Role[] = ["coach", "familyCoach", "director", "privacyOfficer"];

function Code({ invitation }: { invitation: Invitation }) {
  const { t, when } = useText();
  const announce = useAnnounce();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(invitation.invitation);
    } catch {
      // No clipboard without a permission: select the code, so that Ctrl+C does it.
      const area = document.querySelector<HTMLTextAreaElement>("[data-testid=invitation] textarea");
      area?.select();
      if (!document.execCommand?.("copy")) return;
    }
    announce(t("action-copied"));
  };
  return (
    <div className="nb-stack" data-testid="invitation">
      <div className="nb-code">
        <TextArea label={t("invitation-code")} size="one" isReadOnly value={invitation.invitation} />
        <Button icon={<Copy aria-hidden />} onPress={() => void copy()}>
          {t("action-copy")}
        </Button>
      </div>
      <p>{t("team-invite-expires", { when: when.full(invitation.expiresAt) })}</p>
      <Note tone={invitation.hubKnows ? "good" : "plain"}>
        {t(invitation.hubKnows ? "team-invite-hub-knows" : "team-invite-hub-later")}
      </Note>
    </div>
  );
}

/** Makes an invitation: a role, a code to pass on, and until when it works. */
export function InviteColleague({ mayInvite, hasHub }: { mayInvite: boolean; hasHub: boolean }) {
  const { t } = useText();
  const invite = useCommand("invite_colleague");
  const [role, setRole] = useState<Role>("coach");
  return (
    <Panel title={t("team-invite-title")}>
      {!mayInvite ? <p className="nb-prose">{t("team-invite-refused")}</p> : null}
      {mayInvite && !hasHub ? <p className="nb-prose">{t("team-invite-needs-hub")}</p> : null}
      {mayInvite && hasHub ? (
        <>
          <p className="nb-prose nb-muted">{t("team-invite-intro")}</p>
          <form
            className="nb-panel__form"
            onSubmit={(event) => {
              event.preventDefault();
              invite.mutate({ role });
            }}
          >
            <Choice
              label={t("team-invite-role")}
              look="chips"
              value={role}
              onChange={(next) => {
                setRole(next);
                invite.reset();
              }}
              options={roles.map((value) => ({ value, label: t(`role-${value}`) }))}
            />
            <FailureNote error={invite.error} />
            <Button type="submit" isPending={invite.isPending}>
              {t("team-invite-submit")}
            </Button>
          </form>
          {invite.data ? <Code invitation={invite.data} /> : null}
        </>
      ) : null}
    </Panel>
  );
}
