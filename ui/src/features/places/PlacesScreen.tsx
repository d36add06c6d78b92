import { useState } from "react";
import { useAnswer, useCommand } from "../../ipc/answers";
import type { PlaceRow } from "../../ipc/generated/PlaceRow";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Differences } from "../../kit/differences/Differences";
import { FailureNote } from "../../kit/FailureNote";
import { TextField } from "../../kit/Field";
import { Heading } from "../../kit/Heading";
import { NameList } from "../../kit/NameList";
import { useNow } from "../../kit/now";
import { folded } from "../../kit/picking";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";

function RenamePlace({ row, all, onClose }: { row: PlaceRow; all: PlaceRow[]; onClose: () => void }) {
  const { t } = useText();
  const announce = useAnnounce();
  const edit = useCommand("edit_place");
  const [name, setName] = useState(row.name);
  const isMissing = name.trim() === "";
  const other = all.find((each) => each.id !== row.id && folded(each.name) === folded(name));
  const save = async () => {
    if (isMissing) return;
    const request = { id: row.id, version: row.version, name: name.trim() };
    if (name.trim() !== row.name && (await edit.run(request)) === null) return;
    announce(t("status-saved"));
    onClose();
  };
  return (
    <form
      className="nb-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t("place-name")}
        autoFocus
        value={name}
        onChange={setName}
        help={other ? t("place-becomes-one", { name: other.name }) : undefined}
        error={isMissing ? t("names-missing") : null}
      />
      <FailureNote error={edit.error} />
      <div className="nb-dialog__foot">
        <Button onPress={onClose}>{t("action-cancel")}</Button>
        <Button variant="primary" type="submit" isPending={edit.isPending}>
          {t("action-save")}
        </Button>
      </div>
    </form>
  );
}

/** The team's own list of places. */
export function PlacesScreen() {
  const { t, when } = useText();
  const now = useNow();
  const announce = useAnnounce();
  const { data, error } = useAnswer("list_places", {});
  const add = useCommand("add_place");
  const edit = useCommand("edit_place");
  const withdraw = useCommand("set_withdrawn");
  const [edited, setEdited] = useState<PlaceRow | null>(null);
  const places = data?.places ?? [];
  const takeBack = async ({ ids, name }: PlaceRow) => {
    if ((await withdraw.run({ ids, withdrawn: true })) === null) return;
    announce(t("names-withdrawn", { name }), { undo: () => void withdraw.run({ ids, withdrawn: false }) });
  };
  return (
    <div className="nb-pane">
      <header className="nb-stack">
        <Heading level={2}>{t("places-title")}</Heading>
        <p className="nb-prose nb-muted">{t("places-intro")}</p>
      </header>
      <FailureNote error={error ?? add.error ?? edit.error ?? withdraw.error} />
      {data ? (
        <NameList
          label={t("places-find-or-add")}
          empty={t("places-empty")}
          rows={places}
          isBusy={add.isPending}
          onAdd={async (name) => (await add.run({ name })) !== null}
          onEdit={setEdited}
          onWithdraw={(row) => void takeBack(row)}
        >
          {(row) => (
            <>
              <span className="nb-meta">
                {row.lastAt === null
                  ? t("names-not-yet")
                  : t("names-stops", { count: row.stops, when: when.short(row.lastAt, now) })}
              </span>
              <Differences differences={row.differences} />
            </>
          )}
        </NameList>
      ) : null}
      <Dialog title={t("place-edit")} isOpen={edited !== null} onClose={() => setEdited(null)}>
        {edited ? <RenamePlace row={edited} all={places} onClose={() => setEdited(null)} /> : null}
      </Dialog>
    </div>
  );
}
