/** The sign of Nabij: two people close to each other under one arc. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="nb-mark">
      <path
        d="M4 21a12 12 0 0 1 24 0"
        fill="none"
        stroke="currentColor"
        strokeWidth="3.5"
        strokeLinecap="round"
      />
      <circle cx="11.6" cy="23" r="4" fill="currentColor" />
      <circle cx="20.4" cy="23" r="4" fill="currentColor" />
    </svg>
  );
}
