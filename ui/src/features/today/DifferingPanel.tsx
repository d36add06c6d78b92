import type { DifferingItem } from "../../ipc/generated/DifferingItem";
import { Differences } from "../../kit/differences/Differences";
import { Panel } from "../../kit/Panel";
import { useText } from "../../text/text";
import { ThingRow } from "./ThingRow";
import type { OpenThing } from "./things";

/** What colleagues filled in differently: with the way to where it stands, or the choice itself where it has no screen. */
export function DifferingPanel({ differing, open }: { differing: DifferingItem[]; open: OpenThing }) {
  const { t } = useText();
  if (differing.length === 0) return null;
  return (
    <Panel title={t("today-differing")} count={differing.length}>
      <ul>
        {differing.map((row) => (
          <ThingRow key={row.id} thing={row} open={open}>
            {open(row) === null ? (
              <Differences differences={row.differences} />
            ) : (
              <span className="nb-meta">
                {row.differences.map(({ field }) => t(`difference-title-${field}`)).join(" · ")}
              </span>
            )}
          </ThingRow>
        ))}
      </ul>
    </Panel>
  );
}
