import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import { CallFailure } from "../../ipc/failure";
import { chooseSavePath } from "../../ipc/files";
import type { HandoverToPrint } from "../../ipc/generated/HandoverToPrint";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";

/** Asks where a handover goes as a PDF, and lets the core write it there. */
export function usePdf() {
  const { t } = useText();
  const announce = useAnnounce();
  const command = useCommand("export_handover_pdf");
  const [refused, setRefused] = useState<CallFailure | null>(null);
  const print = async (handover: HandoverToPrint) => {
    setRefused(null);
    try {
      const path = await chooseSavePath({
        title: t("handover-pdf-title"),
        suggested: `${t("handover-pdf-file")}.pdf`,
        extensions: ["pdf"],
      });
      if (path !== null && (await command.run({ handover, path }))) announce(t("handover-pdf-done"));
    } catch (thrown) {
      if (thrown instanceof CallFailure) setRefused(thrown);
    }
  };
  return { print, isPending: command.isPending, error: command.error ?? refused };
}
