import { ChevronDown } from "lucide-react";
import { useState } from "react";
import {
  Button as AriaButton,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListLayout,
  Popover,
  Text as Slot,
  Virtualizer,
} from "react-aria-components";
import type { CaseRow } from "../../ipc/generated/CaseRow";
import { useText } from "../../text/text";

/** Who: two letters find a case, any other words are a nickname, and it may stay empty. */
export function WhoField({
  cases,
  caseId,
  nickname,
  onChange,
}: {
  cases: CaseRow[];
  caseId: string | null;
  nickname: string | null;
  onChange: (who: { caseId: string | null; nickname: string | null }) => void;
}) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const chosen = cases.find((row) => row.id === caseId);
  const input = chosen?.name ?? nickname ?? "";
  const needle = input.trim().toLocaleLowerCase();
  // With a case chosen the list offers all others; while typing only what fits.
  const fitting = chosen ? cases : cases.filter((row) => row.name.toLocaleLowerCase().includes(needle));
  const type = (text: string) => {
    if (text === chosen?.name) return;
    onChange({ caseId: null, nickname: text === "" ? null : text });
  };
  return (
    <ComboBox
      className="nb-field"
      allowsCustomValue
      menuTrigger="input"
      items={fitting}
      inputValue={input}
      onInputChange={type}
      selectedKey={caseId}
      onSelectionChange={(key) => {
        if (key !== null) onChange({ caseId: String(key), nickname: null });
      }}
      onOpenChange={setOpen}
      onKeyDown={(event) => {
        // Escape closes the list of names first, the dialog only after that.
        if (event.key === "Escape" && isOpen) event.preventDefault();
      }}
    >
      <Label className="nb-label">{t("capture-who")}</Label>
      <div className="nb-who">
        <Input className="nb-input" placeholder={t("capture-who-example")} />
        <AriaButton className="nb-who__open" aria-label={t("capture-who-open")}>
          <ChevronDown aria-hidden />
        </AriaButton>
      </div>
      <Slot slot="description" className="nb-help">
        {chosen
          ? t("capture-who-case", { name: chosen.name })
          : needle === ""
            ? t("capture-who-nobody")
            : t("capture-who-nickname", { name: input.trim() })}
      </Slot>
      <Popover className="nb-popover nb-who__list">
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 36 }}>
          <ListBox<CaseRow> className="nb-who__options">
            {(row) => (
              <ListBoxItem id={row.id} textValue={row.name} className="nb-who__option">
                {row.name}
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      </Popover>
    </ComboBox>
  );
}
