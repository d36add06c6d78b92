import type { Difference } from "../../ipc/generated/Difference";
import { Button } from "../../kit/Button";
import { DayList } from "../../kit/DayList";
import { DomainTag } from "../../kit/DomainTag";
import { ChoosingContext } from "../../kit/differences/choosing";
import { Differences } from "../../kit/differences/Differences";
import { ShareMark } from "../../kit/ShareMark";
import { TimelineRow } from "../../kit/TimelineRow";
import { useText } from "../../text/text";
import { Piece, Shelf } from "../Shelf";
import { useWords } from "../words";

const evening = new Date(2026, 10, 21, 23, 41).getTime();
const hour = 3_600_000;

/** What happened, day by day; whether it is shared; two versions of one text. */
export function Timelines() {
  const { t } = useText();
  const { say, long } = useWords();
  const items = [
    { id: "a", at: evening, share: "waiting", text: say("Slaapt bij oma.", "Sleeps at his grandmother’s.") },
    { id: "b", at: evening - 2 * hour, share: "shared", text: long },
    { id: "c", at: evening - 30 * hour, share: "shared", text: say("Belt morgen.", "Will call tomorrow.") },
  ] as const;
  return (
    <Shelf title="DayList, TimelineRow, ShareMark, Differences">
      <Piece state="timeline" wide>
        <DayList items={[...items]} now={evening}>
          {({ id, at, share, text }) => (
            <TimelineRow
              id={id}
              at={at}
              share={share}
              edited={id === "b"}
              kind={t("kind-conversation")}
              meta={["Fatima", "Stationsplein", <DomainTag key="domain" domain="housing" short />]}
              action={<Button variant="quiet">{t("action-edit")}</Button>}
              isSought={false}
            >
              <p className="nb-item__text">{text}</p>
            </TimelineRow>
          )}
        </DayList>
      </Piece>
      <Piece state="shared or not">
        <div className="nb-row">
          <ShareMark share="waiting" />
          <ShareMark share="shared" />
          <ShareMark share="waiting" short />
        </div>
      </Piece>
      <Piece state="two versions">
        <ChoosingContext value={useNothing}>
          <Differences differences={differences(say, evening, long)} />
        </ChoosingContext>
      </Piece>
    </Shelf>
  );
}

const useNothing = () => ({ choose: async () => false, undo: async () => {}, error: null, isBusy: false });

/** One that waits for a choice, and the mark of one that was made. */
function differences(say: (nl: string, en: string) => string, evening: number, long: string): Difference[] {
  const each = { id: "shelf", version: "v1", takesWords: true };
  const said = (value: string, by: string, at: number, chosen: boolean) => ({
    value,
    names: null,
    by,
    at,
    chosen,
  });
  return [
    {
      ...each,
      field: "text",
      versions: [
        said(long, "Bram", evening + hour, false),
        said(say("Slaapt bij oma.", "At grandmother’s."), "Fatima", evening, true),
      ],
      settled: null,
    },
    {
      ...each,
      field: "place",
      versions: [said("Griftpark", "Fatima", evening, false), said("Neude", "Bram", evening + hour, true)],
      settled: { by: "Bram", at: evening + 2 * hour },
    },
  ];
}
