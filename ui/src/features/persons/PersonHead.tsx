import { Link2, Pencil } from "lucide-react";
import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import type { CaseRow } from "../../ipc/generated/CaseRow";
import type { PersonFile } from "../../ipc/generated/PersonFile";
import type { Purpose } from "../../ipc/generated/Purpose";
import { Button } from "../../kit/Button";
import { Choice } from "../../kit/Choice";
import { Differences } from "../../kit/differences/Differences";
import { FailureNote } from "../../kit/FailureNote";
import { Heading } from "../../kit/Heading";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { MergeDialog } from "./MergeDialog";
import { PersonForm } from "./PersonForm";
import "./persons.css";

const purposes: Purpose[] = ["none", "help", "safety", "agreement"];

/** What is known of somebody without a case, how long it is kept and why, and who it may turn out to be. */
export function PersonHead({ file, cases }: { file: PersonFile; cases: CaseRow[] }) {
  const { t, when } = useText();
  const announce = useAnnounce();
  const edit = useCommand("edit_person");
  const [isEditing, setEditing] = useState(false);
  const [isMerging, setMerging] = useState(false);
  const { person, likely } = file;
  const known = [person.groupName, person.placeName, t("persons-seen", { when: when.full(person.seenAt) })];
  const into = cases.find(({ id }) => id === person.caseId)?.name ?? t("merge-some-case");
  const choose = (purpose: Purpose) => {
    const { id, version } = person;
    edit.mutate({ id, version, purpose }, { onSuccess: () => announce(t("status-saved")) });
  };
  return (
    <header className="nb-person">
      <div className="nb-row">
        <Heading level={2}>{person.nickname}</Heading>
        <Button variant="quiet" icon={<Pencil aria-hidden />} onPress={() => setEditing(true)}>
          {t("action-edit")}
        </Button>
        <Button icon={<Link2 aria-hidden />} onPress={() => setMerging(true)}>
          {t("merge-open")}
        </Button>
      </div>
      <p className="nb-meta">{known.filter(Boolean).join(" · ")}</p>
      {isEditing ? <PersonForm person={person} onClose={() => setEditing(false)} /> : null}
      {!isEditing && person.text !== null ? <p className="nb-prose">{person.text}</p> : null}
      {person.caseId === null ? null : <p className="nb-prose">{t("person-is-case", { name: into })}</p>}
      {person.mergedIntoId === null ? null : <p className="nb-prose">{t("person-is-person")}</p>}
      {person.caseId === null && person.mergedIntoId === null && likely.length > 0 ? (
        <p className="nb-prose">{t("person-likely", { names: likely.map(({ name }) => name).join(", ") })}</p>
      ) : null}
      <Choice
        label={t("purpose-title")}
        look="rows"
        value={person.purpose}
        isDisabled={edit.isPending}
        onChange={choose}
        options={purposes.map((value) => ({
          value,
          label: t(`purpose-${value}`),
          ...(value === "none" ? { hint: t("purpose-none-hint") } : {}),
        }))}
      />
      <p className="nb-meta">
        {person.expiresAt === null
          ? t("person-kept")
          : t("person-expires", { when: when.day(person.expiresAt, Date.now()) })}
      </p>
      <FailureNote error={edit.error} />
      <Differences differences={person.differences} />
      {isMerging ? (
        <MergeDialog person={person} likely={likely} cases={cases} isOpen onClose={() => setMerging(false)} />
      ) : null}
    </header>
  );
}
