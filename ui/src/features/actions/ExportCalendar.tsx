import { CalendarArrowDown } from "lucide-react";
import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import { CallFailure } from "../../ipc/failure";
import { chooseSavePath } from "../../ipc/files";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { startOf } from "./days";

/** Puts one's own open actions into a file for another calendar: when, never what or with whom. */
export function ExportCalendar({ today }: { today: string }) {
  const { t } = useText();
  const announce = useAnnounce();
  const write = useCommand("export_calendar");
  const [notChosen, setNotChosen] = useState<CallFailure | null>(null);
  const save = async () => {
    setNotChosen(null);
    try {
      const path = await chooseSavePath({
        title: t("agenda-export"),
        suggested: "nabij-agenda.ics",
        extensions: ["ics"],
      });
      if (path === null) return;
      const written = await write.run({ path, from: startOf(today) });
      if (written !== null) announce(t("agenda-exported", { count: written.events }));
    } catch (thrown) {
      if (thrown instanceof CallFailure) setNotChosen(thrown);
      else throw thrown;
    }
  };
  return (
    <section className="nb-agenda__export">
      <Button
        icon={<CalendarArrowDown aria-hidden />}
        isPending={write.isPending}
        onPress={() => void save()}
      >
        {t("agenda-export")}
      </Button>
      <p className="nb-meta">{t("agenda-export-help")}</p>
      <FailureNote error={write.error ?? notChosen} />
    </section>
  );
}
