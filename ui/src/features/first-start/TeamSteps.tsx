import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import type { Role } from "../../ipc/generated/Role";
import type { TeamInfo } from "../../ipc/generated/TeamInfo";
import { Button } from "../../kit/Button";
import { Choice } from "../../kit/Choice";
import { FailureNote } from "../../kit/FailureNote";
import { TextArea, TextField } from "../../kit/Field";
import { useText } from "../../text/text";
import { Step } from "./Step";

const roles: Role[] = ["coach", "familyCoach", "director", "privacyOfficer"];

/** Step 3: a new team, or an invitation. */
export function WayStep({ onChoose }: { onChoose: (way: "found" | "join") => void }) {
  const { t } = useText();
  const [way, setWay] = useState<"found" | "join">("found");
  return (
    <Step
      step={3}
      title={t("first-team-title")}
      intro={t("first-team-intro")}
      onSubmit={() => onChoose(way)}
      foot={
        <Button variant="primary" type="submit">
          {t("action-next")}
        </Button>
      }
    >
      <Choice
        label={t("first-team-title")}
        labelHidden
        look="rows"
        value={way}
        onChange={setWay}
        options={[
          { value: "found", label: t("first-team-found"), hint: t("first-team-found-hint") },
          { value: "join", label: t("first-team-join"), hint: t("first-team-join-hint") },
        ]}
      />
    </Step>
  );
}

interface LastStepProps {
  onBack: () => void;
  onDone: (team: TeamInfo) => void;
}

/** Step 4 for a new team. */
export function FoundStep({ onBack, onDone }: LastStepProps) {
  const { t } = useText();
  const found = useCommand("found_team");
  const [teamName, setTeamName] = useState("");
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("coach");
  const [hub, setHub] = useState("");
  return (
    <Step
      step={4}
      title={t("first-found-title")}
      intro={t("first-found-intro")}
      onSubmit={() =>
        found.mutate(
          { teamName, name, role, hub: hub.trim() === "" ? null : hub.trim() },
          { onSuccess: onDone },
        )
      }
      foot={
        <>
          <Button
            variant="primary"
            type="submit"
            isPending={found.isPending}
            isDisabled={teamName.trim() === "" || name.trim() === ""}
          >
            {t("first-found-submit")}
          </Button>
          <Button onPress={onBack}>{t("action-back")}</Button>
        </>
      }
    >
      <TextField
        label={t("team-name")}
        placeholder={t("team-name-example")}
        value={teamName}
        onChange={setTeamName}
      />
      <TextField label={t("own-name")} placeholder={t("own-name-example")} value={name} onChange={setName} />
      <Choice
        label={t("own-role")}
        look="chips"
        value={role}
        onChange={setRole}
        options={roles.map((value) => ({ value, label: t(`role-${value}`) }))}
      />
      <TextField label={t("hub-address")} optional mono help={t("hub-hint")} value={hub} onChange={setHub} />
      <FailureNote error={found.error} />
    </Step>
  );
}

/** Step 4 with an invitation. */
export function JoinStep({ onBack, onDone }: LastStepProps) {
  const { t } = useText();
  const join = useCommand("join_team");
  const [invitation, setInvitation] = useState("");
  const [name, setName] = useState("");
  return (
    <Step
      step={4}
      title={t("first-join-title")}
      intro={t("first-join-intro")}
      onSubmit={() => join.mutate({ invitation: invitation.trim(), name }, { onSuccess: onDone })}
      foot={
        <>
          <Button
            variant="primary"
            type="submit"
            isPending={join.isPending}
            isDisabled={invitation.trim() === "" || name.trim() === ""}
          >
            {t("first-join-submit")}
          </Button>
          <Button onPress={onBack}>{t("action-back")}</Button>
        </>
      }
    >
      <TextArea label={t("invitation-code")} value={invitation} onChange={setInvitation} />
      <TextField label={t("own-name")} placeholder={t("own-name-example")} value={name} onChange={setName} />
      <FailureNote error={join.error} />
    </Step>
  );
}
