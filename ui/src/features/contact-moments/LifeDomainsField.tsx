import { Plus } from "lucide-react";
import { useState } from "react";
import type { LifeDomain } from "../../ipc/generated/LifeDomain";
import { Button } from "../../kit/Button";
import { Chips } from "../../kit/Chips";
import { lifeDomains } from "../../kit/life-domains";
import { useText } from "../../text/text";

/** The parts of a life it was about, behind one line until somebody wants them. */
export function LifeDomainsField({
  values,
  onChange,
}: {
  values: LifeDomain[];
  onChange: (values: LifeDomain[]) => void;
}) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(values.length > 0);
  if (!isOpen)
    return (
      <div className="nb-row">
        <Button variant="quiet" icon={<Plus aria-hidden />} onPress={() => setOpen(true)}>
          {t("capture-life-domains-add")}
        </Button>
      </div>
    );
  return (
    <Chips
      label={t("capture-life-domains")}
      values={values}
      options={lifeDomains.map((value) => ({ value, label: t(`life-domain-${value}`) }))}
      onChange={onChange}
    />
  );
}
