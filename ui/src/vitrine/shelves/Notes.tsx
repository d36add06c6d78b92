import { Button } from "../../kit/Button";
import { Empty } from "../../kit/Empty";
import { FailureNote, FailureWords } from "../../kit/FailureNote";
import { Note } from "../../kit/Note";
import { Panel } from "../../kit/Panel";
import { RemoteBar } from "../../kit/RemoteBar";
import { useText } from "../../text/text";
import { Piece, Shelf } from "../Shelf";
import { useWords } from "../words";

const full = { code: "storageFull", incident: "7f3a" } as const;

/** Remarks, failures, empty places, panels. */
export function Notes() {
  const { t } = useText();
  const { say, long } = useWords();
  return (
    <Shelf title="Note, FailureNote, Empty, Panel, RemoteBar">
      <Piece state="plain, good, warn">
        <div className="nb-stack">
          <Note>{t("capture-restored")}</Note>
          <Note tone="good">{t("team-invite-hub-knows")}</Note>
          <Note tone="warn">{t("difference-explain")}</Note>
        </div>
      </Piece>
      <Piece state="failure">
        <FailureNote error={full} />
      </Piece>
      <Piece state="failure of a whole page">
        <FailureWords failure={full} />
      </Piece>
      <Piece state="a colleague changed it">
        <RemoteBar by="Bram" current={long} explain={t("remote-merges")} />
      </Piece>
      <Piece state="empty">
        <Empty title={t("cases-empty-title")} action={<Button>{t("cases-new")}</Button>}>
          {t("cases-empty")}
        </Empty>
      </Piece>
      <Piece state="panel">
        <div className="nb-stack">
          <Panel
            title={say("Mijn acties", "My actions")}
            count={4}
            action={<Button variant="quiet">{say("Toon alle", "Show all")}</Button>}
          >
            <p>{say("Bel school over Daan", "Call the school about Daan")}</p>
          </Panel>
          <Panel title={long} count={0}>
            <p className="nb-muted">{t("timeline-empty-street")}</p>
          </Panel>
        </div>
      </Piece>
    </Shelf>
  );
}
