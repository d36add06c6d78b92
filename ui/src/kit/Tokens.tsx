import { X } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { Button as AriaButton, Label, Tag, TagGroup, TagList } from "react-aria-components";
import "./tokens.css";

/** One thing that was chosen. */
export interface Token {
  id: string;
  label: string;
}

/**
 * What was chosen, as tokens before the field that chooses more. Backspace in the empty field takes the
 * last one away; on a token itself Delete does, and the arrows walk.
 */
export function Tokens({
  label,
  tokens,
  onRemove,
  children,
}: {
  /** Read out with the tokens; the field has its own visible label. */
  label: string;
  tokens: Token[];
  onRemove: (id: string) => void;
  /** The field. */
  children: ReactNode;
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    const last = tokens.at(-1);
    const field = event.target;
    if (event.key !== "Backspace" || !last || !(field instanceof HTMLInputElement)) return;
    if (field.value !== "" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onRemove(last.id);
  };
  return (
    <div className="nb-tokens" onKeyDownCapture={onKeyDown}>
      {tokens.length === 0 ? null : (
        <TagGroup
          onRemove={(keys) => {
            for (const key of keys) onRemove(String(key));
          }}
        >
          <Label className="nb-hidden">{label}</Label>
          <TagList className="nb-tokens__list" items={tokens}>
            {(token) => (
              <Tag id={token.id} textValue={token.label} className="nb-token">
                {token.label}
                <AriaButton slot="remove" className="nb-token__remove">
                  <X aria-hidden />
                </AriaButton>
              </Tag>
            )}
          </TagList>
        </TagGroup>
      )}
      {children}
    </div>
  );
}
