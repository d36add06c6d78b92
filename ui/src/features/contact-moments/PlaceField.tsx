import { useAnswer } from "../../ipc/answers";
import { Pick } from "../../kit/Pick";
import { sameName } from "../../kit/picking";
import { useText } from "../../text/text";

/** Where: one of the team's places, or words of one's own. */
export function PlaceField({
  place,
  onChange,
}: {
  place: string | null;
  onChange: (place: string | null) => void;
}) {
  const { t } = useText();
  const { data } = useAnswer("list_places", {});
  const options = (data?.places ?? []).map(({ id, name }) => ({ id, name }));
  const known = place === null ? undefined : sameName(options, place);
  return (
    <Pick
      label={t("capture-place")}
      options={options}
      // A place typed half is no place yet, so only a whole name is the one in the list.
      value={place === null ? null : known?.name === place ? { id: known.id } : { words: place }}
      onChange={(picked) => {
        if (picked === null) onChange(null);
        else if ("words" in picked) onChange(picked.words);
        else onChange(options.find(({ id }) => id === picked.id)?.name ?? null);
      }}
    />
  );
}
