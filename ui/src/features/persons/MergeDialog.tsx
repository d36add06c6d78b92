import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import type { CaseRow } from "../../ipc/generated/CaseRow";
import type { LikelySame } from "../../ipc/generated/LikelySame";
import type { PersonRow } from "../../ipc/generated/PersonRow";
import { Button } from "../../kit/Button";
import { Choice } from "../../kit/Choice";
import { Dialog } from "../../kit/Dialog";
import { FailureNote } from "../../kit/FailureNote";
import { Pick } from "../../kit/Pick";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";

/** Says that this person is a case or another person: suggestions with their reasons, and any case. */
export function MergeDialog({
  person,
  likely,
  cases,
  isOpen,
  onClose,
}: {
  person: PersonRow;
  likely: LikelySame[];
  cases: CaseRow[];
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useText();
  const announce = useAnnounce();
  const merge = useCommand("merge_person");
  const withdraw = useCommand("set_withdrawn");
  const [chosen, setChosen] = useState<string | null>(null);
  const keyOf = (one: LikelySame) => one.caseId ?? one.personId ?? "";
  const isPerson = likely.some(({ personId }) => personId !== null && personId === chosen);
  const save = async () => {
    if (chosen === null) return;
    const into = isPerson ? { intoId: chosen } : { caseId: chosen };
    const row = await merge.run({ personId: person.id, ...into });
    if (row === null) return;
    announce(t("merge-done"), { undo: () => withdraw.mutate({ ids: [row.id], withdrawn: true }) });
    onClose();
  };
  return (
    <Dialog title={t("merge-title", { name: person.nickname })} isOpen={isOpen} onClose={onClose}>
      <p className="nb-prose">{t("merge-intro")}</p>
      {likely.length === 0 ? null : (
        <Choice
          label={t("merge-likely")}
          look="rows"
          value={chosen}
          onChange={setChosen}
          options={likely.map((one) => ({
            value: keyOf(one),
            label: one.name,
            hint: [
              t(one.caseId === null ? "merge-a-person" : "merge-a-case"),
              ...one.reasons.map((reason) => t(`likeness-${reason}`)),
            ].join(" · "),
          }))}
        />
      )}
      <Pick
        label={t("merge-case")}
        options={cases.map(({ id, name }) => ({ id, name }))}
        value={chosen !== null && !isPerson ? { id: chosen } : null}
        onChange={(picked) => setChosen(picked !== null && "id" in picked ? picked.id : null)}
      />
      <FailureNote error={merge.error} />
      <div className="nb-dialog__foot">
        <Button onPress={onClose}>{t("action-cancel")}</Button>
        <Button
          variant="primary"
          isDisabled={chosen === null}
          isPending={merge.isPending}
          onPress={() => void save()}
        >
          {t("merge-save")}
        </Button>
      </div>
    </Dialog>
  );
}
