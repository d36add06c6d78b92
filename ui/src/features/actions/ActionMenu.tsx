import { useCommand } from "../../ipc/answers";
import type { ActionRow } from "../../ipc/generated/ActionRow";
import { type MenuAction, MoreMenu } from "../../kit/MoreMenu";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { endings, useEnding } from "./use-ending";

/** What can be done with an action: end it in one of three ways, move it, change it, take it back. */
export function ActionMenu({
  row,
  onMove,
  onEdit,
}: {
  row: ActionRow;
  onMove: () => void;
  onEdit: () => void;
}) {
  const { t } = useText();
  const announce = useAnnounce();
  const { finish } = useEnding(row);
  const withdraw = useCommand("set_withdrawn");
  const takeBack = async () => {
    if ((await withdraw.run({ ids: [row.id], withdrawn: true })) === null) return;
    const undo = () => void withdraw.run({ ids: [row.id], withdrawn: false });
    announce(t("actions-taken-back"), { undo });
  };
  const ways: MenuAction[] = endings
    .filter((outcome) => outcome !== row.outcome)
    .map((outcome) => ({
      id: outcome,
      label: t(`actions-end-${outcome}`),
      onAction: () => void finish(outcome),
    }));
  const again: MenuAction[] =
    row.outcome === "open"
      ? []
      : [{ id: "open", label: t("actions-end-open"), onAction: () => void finish("open") }];
  return (
    <MoreMenu
      label={t("actions-more", { text: row.text })}
      actions={[
        ...ways,
        ...again,
        { id: "move", label: t("actions-move"), onAction: onMove },
        { id: "edit", label: t("action-edit"), onAction: onEdit },
        { id: "take-back", label: t("actions-take-back"), onAction: () => void takeBack() },
      ]}
    />
  );
}
