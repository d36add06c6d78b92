import { useState } from "react";
import type { Colleague } from "../../ipc/generated/Colleague";
import { Button } from "../../kit/Button";
import { Chips } from "../../kit/Chips";
import { useText } from "../../text/text";

/** Whom a handover is for: whoever works the next shift, unless somebody is named. */
export function Recipients({
  colleagues,
  to,
  onChange,
}: {
  colleagues: Colleague[];
  to: string[];
  onChange: (to: string[]) => void;
}) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const names = colleagues.filter(({ memberId }) => to.includes(memberId)).map(({ name }) => name);
  return (
    <div className="nb-recipients">
      <div className="nb-row">
        <span>
          {names.length === 0 ? t("handover-for-next") : t("handover-for", { names: names.join(", ") })}
        </span>
        <Button variant="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {t("handover-for-change")}
        </Button>
      </div>
      {isOpen ? (
        <>
          <Chips
            label={t("handover-for-label")}
            labelHidden
            values={to}
            options={colleagues.map(({ memberId, name }) => ({ value: memberId, label: name }))}
            onChange={onChange}
          />
          <p className="nb-meta">{t("handover-for-hint")}</p>
        </>
      ) : null}
    </div>
  );
}
