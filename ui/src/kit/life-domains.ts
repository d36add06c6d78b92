/** The parts of a life that a contact may be about, in the order they are shown in. */
export const lifeDomains = [
  "housing",
  "money",
  "schoolWork",
  "family",
  "network",
  "health",
  "safety",
  "leisure",
] as const;

/** One part of a life. */
export type LifeDomain = (typeof lifeDomains)[number];
