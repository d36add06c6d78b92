import { useEffect, useState } from "react";
import { useAnswer, useCommand } from "../../ipc/answers";
import { call } from "../../ipc/call";
import { toFailure } from "../../ipc/failure";
import { chooseOpenPath, chooseSavePath } from "../../ipc/files";
import type { ExportedShareFile } from "../../ipc/generated/ExportedShareFile";
import type { Failure } from "../../ipc/generated/Failure";
import type { ImportedShareFile } from "../../ipc/generated/ImportedShareFile";
import type { ShareFileProgress } from "../../ipc/generated/ShareFileProgress";
import { Button } from "../../kit/Button";
import { CheckBox } from "../../kit/CheckBox";
import { FailureNote } from "../../kit/FailureNote";
import { Note } from "../../kit/Note";
import { Select } from "../../kit/Select";
import { useText } from "../../text/text";
import { ShareFileNews } from "./ShareFileNews";

const extensions = ["nabij"];
/** Stands for everybody in the list of colleagues. */
const all = "all";
const pause = 300;

type Done = { wrote: ExportedShareFile } | { read: ImportedShareFile };

/** How far it is. Asks for itself only; it may be missed once, the next answer comes soon. */
function Busy({ label }: { label: string }) {
  const [progress, setProgress] = useState<ShareFileProgress>({ done: 0, total: 0 });
  useEffect(() => {
    const timer = setInterval(() => {
      call("share_file_progress", {}).then(setProgress, () => {});
    }, pause);
    return () => clearInterval(timer);
  }, []);
  return (
    <progress
      aria-label={label}
      max={Math.max(1, progress.total)}
      value={progress.total === 0 ? undefined : Math.min(progress.done, progress.total)}
    />
  );
}

/** Sharing by a file on a stick or network drive: for one colleague or for all, and for nobody else. */
export function ShareByFile() {
  const { t } = useText();
  const { data, error } = useAnswer("read_share_recipients", {});
  const write = useCommand("export_share_file");
  const read = useCommand("import_share_file");
  const [whom, setWhom] = useState(all);
  const [allHistory, setAllHistory] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isBusy = write.isPending || read.isPending;
  const recipients = data?.recipients ?? [];

  const begin = async (what: () => Promise<Done | null>) => {
    setDone(null);
    setFailure(null);
    write.reset();
    read.reset();
    try {
      setDone(await what());
    } catch (thrown) {
      setFailure(toFailure(thrown));
    }
  };
  const save = async () => {
    const path = await chooseSavePath({
      title: t("share-file-save-title"),
      suggested: `${t("share-file-name")}.nabij`,
      extensions,
    });
    if (path === null) return null;
    const wrote = await write.run({ to: whom === all ? null : whom, allHistory, path });
    return wrote && { wrote };
  };
  const open = async () => {
    const path = await chooseOpenPath({ title: t("share-file-open-title"), extensions });
    if (path === null) return null;
    const came = await read.run({ path });
    return came && { read: came };
  };

  return (
    <details className="nb-details">
      <summary>{t("share-file-title")}</summary>
      <div className="nb-stack">
        <p className="nb-sync__sentence">{t("share-file-intro")}</p>
        <FailureNote error={error} />
        {recipients.length > 0 ? (
          <>
            <Select
              label={t("share-file-whom")}
              value={whom}
              onChange={setWhom}
              options={[
                { value: all, label: t("share-file-all") },
                ...recipients.map(({ memberId, name }) => ({ value: memberId, label: name })),
              ]}
            />
            <CheckBox isSelected={allHistory} onChange={setAllHistory}>
              {t("share-file-history")}
            </CheckBox>
          </>
        ) : null}
        <div className="nb-sync__keys">
          {recipients.length > 0 ? (
            <Button isPending={write.isPending} isDisabled={isBusy} onPress={() => void begin(save)}>
              {t("share-file-write")}
            </Button>
          ) : null}
          <Button isPending={read.isPending} isDisabled={isBusy} onPress={() => void begin(open)}>
            {t("share-file-read")}
          </Button>
        </div>
        {isBusy ? <Busy label={t(write.isPending ? "share-file-writing" : "share-file-reading")} /> : null}
        <FailureNote error={write.error ?? read.error ?? failure} />
        <div role="status">
          {done && "wrote" in done ? (
            <Note tone="good">
              {done.wrote.entries === 0
                ? t("share-file-written-empty")
                : t("share-file-written", { count: done.wrote.entries, readers: done.wrote.readers })}
            </Note>
          ) : null}
          {done && "read" in done ? <ShareFileNews came={done.read} /> : null}
        </div>
      </div>
    </details>
  );
}
