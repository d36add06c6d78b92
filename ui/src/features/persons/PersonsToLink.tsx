import { useAnswer } from "../../ipc/answers";
import type { PersonRow } from "../../ipc/generated/PersonRow";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { Panel } from "../../kit/Panel";
import { useText } from "../../text/text";
import "./persons.css";

const shown = 8;

/** The panel "still to be linked": persons without a case, most recently seen first. */
export function PersonsToLink({ now, onOpen }: { now: number; onOpen: (personId: string) => void }) {
  const { t } = useText();
  const list = useAnswer("list_persons", { filter: "toLink" });
  const persons = list.data?.persons ?? [];
  return (
    <Panel title={t("persons-to-link")} count={list.data?.total}>
      <FailureNote error={list.error} />
      {list.data && persons.length === 0 ? <p className="nb-muted">{t("persons-to-link-none")}</p> : null}
      <ul className="nb-persons">
        {persons.slice(0, shown).map((person) => (
          <li key={person.id}>
            <PersonLine person={person} now={now} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {persons.length > shown ? (
        <p className="nb-meta">{t("persons-more", { count: (list.data?.total ?? 0) - shown })}</p>
      ) : null}
    </Panel>
  );
}

function PersonLine({
  person,
  now,
  onOpen,
}: {
  person: PersonRow;
  now: number;
  onOpen: (personId: string) => void;
}) {
  const { t, when } = useText();
  const where = [person.groupName, person.placeName].filter(Boolean).join(" · ");
  return (
    <div className="nb-person-line">
      <Button variant="quiet" onPress={() => onOpen(person.id)}>
        {person.nickname}
      </Button>
      <span className="nb-meta">
        {[where, t("persons-seen", { when: when.short(person.seenAt, now) })].filter(Boolean).join(" · ")}
      </span>
    </div>
  );
}
