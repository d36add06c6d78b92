import { expect, test } from "vitest";
import type { ProposedGroup } from "../../ipc/generated/ProposedGroup";
import type { ProposedHandover } from "../../ipc/generated/ProposedHandover";
import type { ProposedLine } from "../../ipc/generated/ProposedLine";
import { added, draftOf, isEmpty, moved, reworded, struck } from "./draft";

const line = (key: string): ProposedLine => ({
  key,
  part: "contact",
  at: 1,
  text: key,
  share: "shared",
  struck: false,
});
const neude: ProposedGroup = { caseId: null, heading: "Neude", readers: null, lines: [line("a"), line("b")] };
const family: ProposedGroup = { caseId: "1", heading: "Gezin K.", readers: ["Bram"], lines: [line("c")] };
const handover: ProposedHandover = {
  shift: { id: "s", at: 0, endedAt: null },
  groups: [neude, family],
  to: [],
  sent: null,
};
const order = (of: ProposedHandover) => draftOf(of).order;

test("a line moves within those that the same people read, and no further", () => {
  expect(order(moved(handover, "b", -1))).toEqual(["b", "a", "c"]);
  expect(order(moved(handover, "a", -1))).toEqual(["a", "b", "c"]);
  expect(order(moved(handover, "b", 1))).toEqual(["a", "b", "c"]);
  expect(order(moved(handover, "c", -1))).toEqual(["a", "b", "c"]);
});

test("a struck line stays where it is and comes back", () => {
  const once = struck(handover, "a");
  expect(draftOf(once)).toMatchObject({ struck: ["a"], order: ["a", "b", "c"] });
  expect(draftOf(struck(once, "a")).struck).toEqual([]);
  expect(isEmpty(["a", "b", "c"].reduce(struck, handover))).toBe(true);
});

test("a sentence knows its place, and never the name of a case", () => {
  const both = added(added(handover, neude, " Licht kapot. "), family, "Moeder belt.");
  expect(draftOf(both).sentences).toEqual([
    { key: "sentence:1", caseId: null, heading: "Neude", text: "Licht kapot." },
    { key: "sentence:2", caseId: "1", heading: null, text: "Moeder belt." },
  ]);
  expect(draftOf(reworded(both, "sentence:1", "Lamp kapot.")).sentences[0]?.text).toBe("Lamp kapot.");
  expect(draftOf(reworded(both, "sentence:1", " ")).sentences).toHaveLength(1);
  expect(reworded(both, "a", "anders").groups[0]?.lines[0]?.text).toBe("a");
});
