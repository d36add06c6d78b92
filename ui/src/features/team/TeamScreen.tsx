import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import type { TeamInfo } from "../../ipc/generated/TeamInfo";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { TextField } from "../../kit/Field";
import { Panel } from "../../kit/Panel";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { InviteColleague } from "./InviteColleague";
import "../../kit/page.css";
import "./team.css";

function HubAddress({ hub }: { hub: string | null }) {
  const { t } = useText();
  const announce = useAnnounce();
  const save = useCommand("set_hub");
  const [address, setAddress] = useState(hub ?? "");
  const next = address.trim() === "" ? null : address.trim();
  return (
    <Panel title={t("team-hub-title")}>
      {hub === null ? <p className="nb-prose">{t("team-hub-none")}</p> : null}
      <form
        className="nb-panel__form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ hub: next }, { onSuccess: () => announce(t("team-hub-saved")) });
        }}
      >
        <TextField
          label={t("hub-address")}
          mono
          help={t("hub-hint")}
          placeholder="ws://"
          value={address}
          onChange={setAddress}
        />
        <FailureNote error={save.error} />
        <Button type="submit" isPending={save.isPending} isDisabled={next === hub}>
          {t("team-hub-save")}
        </Button>
      </form>
    </Panel>
  );
}

/** Who is in the team, how someone joins, and where the hub is. */
export function TeamScreen({ team }: { team: TeamInfo }) {
  const { t } = useText();
  return (
    <div className="nb-page">
      <section className="nb-panel" aria-labelledby="team-colleagues">
        <h2 id="team-colleagues" className="nb-page__title">
          {team.teamName || t("team-colleagues")}
        </h2>
        <ul className="nb-colleagues">
          {team.colleagues.map((each) => (
            <li key={each.memberId} className="nb-colleague">
              <span className="nb-colleague__name">
                {each.name}
                {each.me ? <span className="nb-muted"> ({t("you")})</span> : null}
              </span>
              <span className="nb-muted">{t(`role-${each.role}`)}</span>
            </li>
          ))}
        </ul>
      </section>
      <InviteColleague mayInvite={team.mayInvite} hasHub={team.hub !== null} />
      <HubAddress key={team.hub ?? ""} hub={team.hub} />
    </div>
  );
}
