import { Pencil, Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useText } from "../text/text";
import { Button } from "./Button";
import { Empty } from "./Empty";
import { TextField } from "./Field";
import { MoreMenu } from "./MoreMenu";
import { folded } from "./picking";
import "./name-list.css";

/** Something that the team has a name for. */
export interface Named {
  id: string;
  name: string;
}

/** A list of the team's own names: one field finds and adds, each row can be changed and taken back. */
export function NameList<T extends Named>({
  label,
  help,
  empty,
  rows,
  isBusy,
  onAdd,
  onEdit,
  onWithdraw,
  children,
}: {
  /** Of the field. */
  label: string;
  help?: ReactNode;
  /** Said while the list is empty: the next step. */
  empty: string;
  rows: T[];
  isBusy: boolean;
  /** True when it was added: the field is emptied. */
  onAdd: (name: string) => Promise<boolean>;
  onEdit: (row: T) => void;
  onWithdraw: (row: T) => void;
  /** What stands beside and below the name. */
  children: (row: T) => ReactNode;
}) {
  const { t } = useText();
  const [typed, setTyped] = useState("");
  const needle = folded(typed);
  const found = needle === "" ? rows : rows.filter(({ name }) => folded(name).includes(needle));
  const isKnown = rows.some(({ name }) => folded(name) === needle);
  const add = async () => {
    if (needle !== "" && !isKnown && (await onAdd(typed.trim()))) setTyped("");
  };
  return (
    <>
      <form
        className="nb-names__add"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextField label={label} help={help} value={typed} onChange={setTyped} />
        <Button type="submit" isPending={isBusy} isDisabled={needle === "" || isKnown}>
          {t("action-add")}
        </Button>
      </form>
      {rows.length === 0 ? <Empty>{empty}</Empty> : null}
      {rows.length > 0 && found.length === 0 ? (
        <p className="nb-muted">{t("names-none-found", { words: typed.trim() })}</p>
      ) : null}
      <ul>
        {found.map((row) => (
          <li key={row.id} className="nb-names__row">
            <span className="nb-names__name">{row.name}</span>
            {children(row)}
            <span className="nb-names__more">
              <MoreMenu
                label={t("names-more", { name: row.name })}
                actions={[
                  {
                    id: "edit",
                    label: t("action-edit"),
                    icon: <Pencil aria-hidden />,
                    onAction: () => onEdit(row),
                  },
                  {
                    id: "withdraw",
                    label: t("action-withdraw"),
                    icon: <Undo2 aria-hidden />,
                    onAction: () => onWithdraw(row),
                  },
                ]}
              />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
