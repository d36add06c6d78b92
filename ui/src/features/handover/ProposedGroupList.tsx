import { Plus } from "lucide-react";
import { useState } from "react";
import type { ProposedGroup } from "../../ipc/generated/ProposedGroup";
import { Button } from "../../kit/Button";
import { useText } from "../../text/text";
import { type LineActions, LineRow } from "./LineRow";
import { SentenceField } from "./SentenceField";

/** The lines at one place or in one case, under who will read them, with room for a sentence of one's own. */
export function ProposedGroupList({
  group,
  stop,
  editing,
  actions,
  onAdd,
  onReword,
}: {
  group: ProposedGroup;
  /** The line at which Tab stops. */
  stop: string | null;
  /** The own sentence that is being edited. */
  editing: string | null;
  actions: LineActions;
  onAdd: (text: string) => void;
  onReword: (key: string, text: string) => void;
}) {
  const { t } = useText();
  const [isAdding, setAdding] = useState(false);
  const name = group.heading ?? t("handover-no-place");
  const readers =
    group.readers === null
      ? t("handover-read-by-team")
      : group.readers.length === 0
        ? t("handover-read-by-nobody")
        : t("handover-read-by", { names: group.readers.join(", ") });
  return (
    <section className="nb-lines" aria-label={name}>
      <div className="nb-lines__head">
        <h3 className="nb-section-title">{name}</h3>
        <span className="nb-meta">{readers}</span>
      </div>
      {group.lines.length === 0 ? null : (
        <ul className="nb-lines__list">
          {group.lines.map((line, at) =>
            line.key === editing ? (
              <li key={line.key}>
                <SentenceField
                  label={t("handover-edit-sentence")}
                  keptAs={`handover ${line.key}`}
                  text={line.text}
                  onKeep={(text) => onReword(line.key, text)}
                  onClose={() => actions.edit("")}
                />
              </li>
            ) : (
              <LineRow
                key={line.key}
                line={line}
                isFirst={at === 0}
                isLast={at === group.lines.length - 1}
                isStop={line.key === stop}
                actions={actions}
              />
            ),
          )}
        </ul>
      )}
      {isAdding ? (
        <SentenceField
          label={t("handover-sentence-in", { name })}
          keptAs={`handover new ${group.caseId ?? group.heading ?? ""}`}
          text=""
          onKeep={onAdd}
          onClose={() => setAdding(false)}
        />
      ) : (
        <Button
          variant="quiet"
          className="nb-lines__add"
          icon={<Plus aria-hidden />}
          aria-label={t("handover-sentence-in", { name })}
          onPress={() => setAdding(true)}
        >
          {t("handover-add-sentence")}
        </Button>
      )}
    </section>
  );
}
