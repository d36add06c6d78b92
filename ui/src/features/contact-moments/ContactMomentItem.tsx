import { Pencil } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useCommand } from "../../ipc/answers";
import type { ContactMomentRow } from "../../ipc/generated/ContactMomentRow";
import { Button } from "../../kit/Button";
import { Differences } from "../../kit/differences/Differences";
import { FailureNote } from "../../kit/FailureNote";
import { useKept } from "../../kit/kept";
import { useAnnounce } from "../../kit/status";
import { TimelineRow } from "../../kit/TimelineRow";
import { useText } from "../../text/text";
import { ContactMomentForm } from "./ContactMomentForm";
import { editOf, formOf, type MomentForm } from "./edit";
import { KindIcon } from "./kinds";
import { MomentText } from "./MomentText";
import { momentPeople } from "./people";

/** One contact moment in a timeline: to read, to edit in place, and to choose from when two people set a field. */
export function ContactMomentItem({
  row,
  isSought,
  isElsewhere = false,
  more,
}: {
  row: ContactMomentRow;
  isSought: boolean;
  /** It lies on the street and stands here because the person turned out to be this case. */
  isElsewhere?: boolean;
  /** What else can be done with it, beside the form. */
  more?: ReactNode;
}) {
  const { t, when } = useText();
  const announce = useAnnounce();
  const edit = useCommand("edit_contact_moment");
  const [form, setForm] = useKept<MomentForm>(`edit:${row.id}`);
  const opener = useRef<HTMLButtonElement>(null);

  const close = () => {
    setForm(undefined);
    edit.reset();
    setTimeout(() => opener.current?.focus());
  };
  const save = async () => {
    if (!form || form.text.trim() === "") return;
    const changed = editOf(form);
    if (changed === null) return close();
    if ((await edit.run(changed)) === null) return;
    announce(t("status-saved"));
    close();
  };
  return (
    <TimelineRow
      id={row.id}
      at={row.at}
      share={row.share}
      edited={row.edited}
      isSought={isSought}
      kind={
        <>
          <KindIcon kind={row.kind} />
          {t(`kind-${row.kind}`)}
        </>
      }
      meta={[
        row.outcome === "notReached" ? t("outcome-notReached") : null,
        momentPeople(row, t),
        row.groupName,
        isElsewhere ? t("moment-of-street") : null,
        row.by,
        row.place,
      ]}
      action={
        form ? null : (
          <Button
            ref={opener}
            variant="quiet"
            icon={<Pencil aria-hidden />}
            aria-label={t("moment-edit-of", { when: when.full(row.at) })}
            onPress={() => setForm(formOf(row))}
          >
            {t("action-edit")}
          </Button>
        )
      }
    >
      {form ? (
        <ContactMomentForm
          form={form}
          row={row}
          isBusy={edit.isPending}
          onChange={setForm}
          onSave={() => void save()}
          onClose={close}
          more={more}
        />
      ) : (
        <MomentText row={row} />
      )}
      <FailureNote error={edit.error} />
      <Differences differences={row.differences} />
    </TimelineRow>
  );
}
