import { useAnswer, useCommand } from "../../ipc/answers";
import type { HistoryVersion } from "../../ipc/generated/HistoryVersion";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { FailureNote } from "../../kit/FailureNote";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import "./history.css";

/** Every version of a contact moment or note, newest first; an older one can be written again. */
export function HistoryDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useText();
  const announce = useAnnounce();
  const history = useAnswer("read_history", { id });
  const restore = useCommand("restore_version");
  const again = async (version: string) => {
    if ((await restore.run({ id, version })) === null) return;
    announce(t("status-saved"));
    onClose();
  };
  return (
    <Dialog title={t("history-title")} isOpen onClose={onClose}>
      <FailureNote error={history.error ?? restore.error} />
      <ol className="nb-history">
        {(history.data?.versions ?? []).map((version, at) => (
          <li key={version.version}>
            <Version version={version} />
            {at === 0 ? null : (
              <Button
                variant="quiet"
                isPending={restore.isPending}
                onPress={() => void again(version.version)}
              >
                {t("history-restore")}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <div className="nb-dialog__foot">
        <Button autoFocus onPress={onClose}>
          {t("action-close")}
        </Button>
      </div>
    </Dialog>
  );
}

function Version({ version }: { version: HistoryVersion }) {
  const { t, when } = useText();
  const { changed } = version;
  const what =
    changed.length === 0 ? t("history-first") : changed.map((field) => t(`history-${field}`)).join(", ");
  return (
    <>
      <p className="nb-meta">
        {[version.by, when.full(version.at, Date.now()), what].filter(Boolean).join(" · ")}
      </p>
      <p className="nb-meta">
        {[
          version.kind === null ? null : t(`kind-${version.kind}`),
          version.outcome === "notReached" ? t("outcome-notReached") : null,
          version.happenedAt === null ? null : when.full(version.happenedAt, Date.now()),
          version.place,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p className="nb-item__text">{version.text}</p>
    </>
  );
}
