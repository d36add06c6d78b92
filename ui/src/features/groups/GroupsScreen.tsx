import { useState } from "react";
import { useAnswer, useCommand } from "../../ipc/answers";
import type { GroupRow } from "../../ipc/generated/GroupRow";
import { Dialog } from "../../kit/Dialog";
import { Differences } from "../../kit/differences/Differences";
import { FailureNote } from "../../kit/FailureNote";
import { Heading } from "../../kit/Heading";
import { NameList } from "../../kit/NameList";
import { useNow } from "../../kit/now";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { GroupForm } from "./GroupForm";

/** The team's own list of groups. No names of persons: the screen says so. */
export function GroupsScreen() {
  const { t, when } = useText();
  const now = useNow();
  const announce = useAnnounce();
  const { data, error } = useAnswer("list_groups", {});
  const add = useCommand("add_group");
  const edit = useCommand("edit_group");
  const withdraw = useCommand("set_withdrawn");
  const [edited, setEdited] = useState<GroupRow | null>(null);
  const groups = data?.groups ?? [];
  const takeBack = async ({ ids, name }: GroupRow) => {
    if ((await withdraw.run({ ids, withdrawn: true })) === null) return;
    announce(t("names-withdrawn", { name }), { undo: () => void withdraw.run({ ids, withdrawn: false }) });
  };
  return (
    <div className="nb-pane">
      <header className="nb-stack">
        <Heading level={2}>{t("groups-title")}</Heading>
        <p className="nb-prose nb-muted">{t("groups-intro")}</p>
      </header>
      <FailureNote error={error ?? add.error ?? edit.error ?? withdraw.error} />
      {data ? (
        <NameList
          label={t("groups-find-or-add")}
          help={t("group-no-names")}
          empty={t("groups-empty")}
          rows={groups}
          isBusy={add.isPending}
          onAdd={async (name) => (await add.run({ name })) !== null}
          onEdit={setEdited}
          onWithdraw={(row) => void takeBack(row)}
        >
          {(row) => (
            <>
              {row.placeName ? <span>{row.placeName}</span> : null}
              <span className="nb-meta">
                {row.lastAt === null
                  ? t("names-not-yet")
                  : t("names-stops", { count: row.stops, when: when.short(row.lastAt, now) })}
              </span>
              {row.text ? <p className="nb-names__text">{row.text}</p> : null}
              <Differences differences={row.differences} />
            </>
          )}
        </NameList>
      ) : null}
      <Dialog title={t("group-edit")} isOpen={edited !== null} onClose={() => setEdited(null)}>
        {edited ? <GroupForm row={edited} all={groups} onClose={() => setEdited(null)} /> : null}
      </Dialog>
    </div>
  );
}
