/** A shortcut as keycaps: `Ctrl+N`. Inside a button it is hidden from screen readers, which read the button. */
export function Keys({ keys, hidden = false }: { keys: string; hidden?: boolean }) {
  return (
    <span className="nb-keys" aria-hidden={hidden || undefined}>
      {keys.split("+").map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
