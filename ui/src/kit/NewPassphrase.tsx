import { useEffect, useState } from "react";
import { useText } from "../text/text";
import { PassphraseField } from "./Field";
import "./strength.css";

/** How strong a passphrase is, as the core judges it. */
export interface Judgement {
  strength: "weak" | "fair" | "strong";
  acceptable: boolean;
}

/** A passphrase of one's own: typed twice, its strength in words while typing. */
export function NewPassphrase({
  judge,
  onChange,
  error,
}: {
  judge: (passphrase: string) => Promise<Judgement>;
  /** The passphrase when it is good enough and typed twice the same, else null. */
  onChange: (passphrase: string | null) => void;
  error?: string | null;
}) {
  const { t } = useText();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [judgement, setJudgement] = useState<Judgement | null>(null);

  useEffect(() => {
    if (first === "") {
      setJudgement(null);
      return;
    }
    let gone = false;
    judge(first).then(
      (answer) => {
        if (!gone) setJudgement(answer);
      },
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [first, judge]);

  const good = judgement?.acceptable === true && first === second ? first : null;
  useEffect(() => onChange(good), [good, onChange]);

  const differs = second !== "" && !first.startsWith(second) ? t("passphrase-differs") : null;
  return (
    <>
      <PassphraseField
        label={t("passphrase-new")}
        value={first}
        onChange={setFirst}
        error={error}
        help={
          <span
            role="status"
            className={judgement ? `nb-strength nb-strength--${judgement.strength}` : undefined}
          >
            {judgement ? t(`passphrase-strength-${judgement.strength}`) : ""}
          </span>
        }
      />
      <PassphraseField label={t("passphrase-repeat")} value={second} onChange={setSecond} error={differs} />
    </>
  );
}
