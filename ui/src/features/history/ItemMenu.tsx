import { History, Undo2 } from "lucide-react";
import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import { MoreMenu } from "../../kit/MoreMenu";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { HistoryDialog } from "./HistoryDialog";

/** What is done less often with a contact moment or note: read what it said before, take it back. */
export function ItemMenu({ id, at }: { id: string; at: number }) {
  const { t, when } = useText();
  const announce = useAnnounce();
  const withdraw = useCommand("set_withdrawn");
  const [isOpen, setOpen] = useState(false);
  const set = async (withdrawn: boolean) => {
    if ((await withdraw.run({ ids: [id], withdrawn })) === null) announce(t("status-not-taken-back"));
    else if (withdrawn) announce(t("status-taken-back"), { undo: () => void set(false) });
    else announce(t("status-saved"));
  };
  return (
    <>
      <MoreMenu
        label={t("item-more", { when: when.full(at) })}
        actions={[
          {
            id: "history",
            label: t("history-open"),
            icon: <History aria-hidden />,
            onAction: () => setOpen(true),
          },
          {
            id: "back",
            label: t("item-take-back"),
            icon: <Undo2 aria-hidden />,
            onAction: () => void set(true),
          },
        ]}
      />
      {isOpen ? <HistoryDialog id={id} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
