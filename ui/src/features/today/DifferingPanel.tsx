import type { DifferingItem } from "../../ipc/generated/DifferingItem";
import { Panel } from "../../kit/Panel";
import { useText } from "../../text/text";
import { ThingRow } from "./ThingRow";
import type { OpenThing } from "./things";

/** What colleagues filled in differently, with the way to where it can be settled. */
export function DifferingPanel({ differing, open }: { differing: DifferingItem[]; open: OpenThing }) {
  const { t } = useText();
  if (differing.length === 0) return null;
  return (
    <Panel title={t("today-differing")} count={differing.length}>
      <ul>
        {differing.map((row) => (
          <ThingRow key={row.id} thing={row} open={open}>
            <span className="nb-meta">
              {row.fields.map((field) => t(`difference-title-${field}`)).join(" · ")}
            </span>
          </ThingRow>
        ))}
      </ul>
    </Panel>
  );
}
