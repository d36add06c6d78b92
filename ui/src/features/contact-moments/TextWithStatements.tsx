import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";
import type { StatementKind } from "../../ipc/generated/StatementKind";
import { Button } from "../../kit/Button";
import { TextArea } from "../../kit/Field";
import { useText } from "../../text/text";
import { statementKeys, withStatement } from "./statements";

/** The text, with fact, experience and interpretation kept apart in it if one likes: no forms, only a word. */
export function TextWithStatements({
  value,
  error,
  areaRef,
  autoFocus,
  onChange,
}: {
  value: string;
  error: string | null;
  areaRef: RefObject<HTMLTextAreaElement | null>;
  autoFocus: boolean;
  onChange: (text: string) => void;
}) {
  const { t } = useText();
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current === null) return;
    areaRef.current?.focus();
    areaRef.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  const begin = (kind: StatementKind) => {
    const next = withStatement(value, areaRef.current?.selectionStart ?? value.length, kind);
    caret.current = next.caret;
    onChange(next.text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const key = statementKeys.find(({ code }) => code === event.code);
    if (!key || !event.altKey || event.ctrlKey) return;
    event.preventDefault();
    event.stopPropagation();
    begin(key.kind);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the text field inside is what is used
    <div onKeyDown={onKeyDown}>
      <TextArea
        label={t("capture-text")}
        areaRef={areaRef}
        autoFocus={autoFocus}
        value={value}
        onChange={onChange}
        error={error}
        data-testid="capture-text"
      />
      {/* biome-ignore lint/a11y/useSemanticElements: three buttons in a row are no set of fields */}
      <div className="nb-capture__bar" role="group" aria-label={t("capture-statements")}>
        {statementKeys.map(({ kind, letter }) => (
          <Button key={kind} variant="quiet" keys={`Alt+${letter}`} onPress={() => begin(kind)}>
            {t(`statement-${kind}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
