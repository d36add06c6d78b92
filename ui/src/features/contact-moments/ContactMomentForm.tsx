import type { ReactNode } from "react";
import type { ContactMomentRow } from "../../ipc/generated/ContactMomentRow";
import { Button } from "../../kit/Button";
import { CheckBox } from "../../kit/CheckBox";
import { Choice } from "../../kit/Choice";
import { TextArea, TextField } from "../../kit/Field";
import { RemoteBar } from "../../kit/RemoteBar";
import { SaveForm } from "../../kit/SaveForm";
import { TimeField } from "../../kit/TimeField";
import { useText } from "../../text/text";
import type { MomentForm } from "./edit";
import { KindIcon, kinds } from "./kinds";
import { LifeDomainsField } from "./LifeDomainsField";

/** Editing a contact moment where it stands. A colleague's change meanwhile is shown beside it, never under the caret. */
export function ContactMomentForm({
  form,
  row,
  isBusy,
  onChange,
  onSave,
  onClose,
  more,
}: {
  form: MomentForm;
  /** The row as it is now. */
  row: ContactMomentRow;
  isBusy: boolean;
  onChange: (form: MomentForm) => void;
  onSave: () => void;
  onClose: () => void;
  more?: ReactNode;
}) {
  const { t } = useText();
  const isMissing = form.text.trim() === "";
  return (
    <SaveForm
      className="nb-edit"
      label={t("moment-edit")}
      onSave={onSave}
      onKeyDown={(event) => {
        if (event.key === "Escape" && form.text === form.opened.text) onClose();
      }}
    >
      {row.version !== form.opened.version ? (
        <RemoteBar by={null} current={row.text} explain={t("remote-keeps")} />
      ) : null}
      <Choice
        label={t("capture-kind")}
        labelHidden
        look="chips"
        value={form.kind}
        onChange={(kind) => onChange({ ...form, kind })}
        options={kinds.map((kind) => ({
          value: kind,
          label: t(`kind-${kind}`),
          icon: <KindIcon kind={kind} />,
        }))}
      />
      <CheckBox
        isSelected={form.outcome === "notReached"}
        onChange={(isNot) => onChange({ ...form, outcome: isNot ? "notReached" : "reached" })}
      >
        {t("outcome-notReached")}
      </CheckBox>
      <TextArea
        label={t("capture-text-short")}
        labelHidden
        autoFocus
        value={form.text}
        onChange={(text) => onChange({ ...form, text })}
        error={isMissing ? t("capture-text-missing") : null}
      />
      <div className="nb-edit__pair">
        <TimeField label={t("capture-time")} value={form.at} onChange={(at) => onChange({ ...form, at })} />
        <TextField
          label={t("capture-place")}
          value={form.place}
          onChange={(place) => onChange({ ...form, place })}
        />
      </div>
      <LifeDomainsField
        values={form.lifeDomains}
        onChange={(lifeDomains) => onChange({ ...form, lifeDomains })}
      />
      <div className="nb-row">
        <Button variant="primary" type="submit" keys="Ctrl+Enter" isPending={isBusy} isDisabled={isMissing}>
          {t("action-save")}
        </Button>
        <Button onPress={onClose}>{t("action-cancel")}</Button>
        {more}
      </div>
    </SaveForm>
  );
}
