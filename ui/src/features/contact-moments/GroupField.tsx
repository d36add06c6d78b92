import { useState } from "react";
import { useAnswer } from "../../ipc/answers";
import { Pick } from "../../kit/Pick";
import { sameName } from "../../kit/picking";
import { useText } from "../../text/text";

/** With which of the team's groups; not there while the team has none. */
export function GroupField({
  groupId,
  onChange,
}: {
  groupId: string | null;
  onChange: (groupId: string | null) => void;
}) {
  const { t } = useText();
  const { data } = useAnswer("list_groups", {});
  const [typed, setTyped] = useState<string | null>(null);
  const options = (data?.groups ?? []).map(({ id, name }) => ({ id, name }));
  if (options.length === 0) return null;
  return (
    <Pick
      label={t("capture-group")}
      options={options}
      value={groupId !== null ? { id: groupId } : typed === null ? null : { words: typed }}
      onChange={(picked) => {
        const words = picked !== null && "words" in picked ? picked.words : null;
        setTyped(words);
        onChange(
          picked !== null && "id" in picked ? picked.id : (sameName(options, words ?? "")?.id ?? null),
        );
      }}
    />
  );
}
