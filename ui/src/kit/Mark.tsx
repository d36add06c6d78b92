import "./mark.css";

/** The sign of Nabij: a lit doorway with somebody in it; drawn as in assets/icon. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="8 4 48 56" aria-hidden="true" className="nb-mark">
      <path
        className="nb-mark__door"
        d="M16 52V28a16 16 0 0 1 32 0v24"
        fill="none"
        strokeWidth="8"
        strokeLinecap="round"
      />
      <circle className="nb-mark__person" cx="32" cy="32" r="6" />
      <path className="nb-mark__person" d="M24 56v-6a8 8 0 0 1 16 0v6z" />
    </svg>
  );
}
