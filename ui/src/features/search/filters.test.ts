import { expect, test } from "vitest";
import { everything } from "../../kit/hits";
import { active, asked, type Chosen, without } from "./filters";

const now = new Date(2026, 10, 25, 23, 40).getTime();
const start = (day: number, month = 10) => new Date(2026, month, day).getTime();
const names: Record<string, string> = { p1: "Griftpark" };
const of = (chosen: Chosen) => asked(chosen, now, (id) => names[id]);

test("no filter asks for everything", () => {
  expect(of({})).toEqual(everything);
  expect(active({})).toEqual([]);
});

test("periods are local days; the last seven include today", () => {
  expect(of({ period: "today" }).from).toBe(start(25));
  expect(of({ period: "week" }).from).toBe(start(19));
  expect(of({ period: "month" }).from).toBe(start(27, 9));
  expect(of({ period: "shift" })).toEqual({ ...everything, thisShift: true });
  const days = of({ period: "days", from: "2026-11-01", until: "2026-11-10" });
  expect([days.from, days.until]).toEqual([start(1), start(11)]);
  expect(of({ period: "days", until: "2026-11-10" }).from).toBeNull();
});

test("who, where and what", () => {
  expect(of({ about: { id: "c1" } }).caseId).toBe("c1");
  expect(of({ about: { id: "person:x" } })).toEqual({ ...everything, personId: "x" });
  expect(of({ about: { words: "Yus" } })).toEqual(everything);
  expect(of({ place: { id: "p1" } }).place).toBe("Griftpark");
  expect(of({ place: { words: "Neude" } }).place).toBe("Neude");
  expect(of({ kind: "contact-homeVisit" })).toEqual({ ...everything, contactKinds: ["homeVisit"] });
  expect(of({ kind: "stop" })).toEqual({ ...everything, kinds: ["stop"] });
});

test("a filter narrows once it says something, and is taken away whole", () => {
  const chosen: Chosen = {
    by: "m1",
    about: { words: "Y" },
    period: "days",
    from: "2026-11-01",
    kind: "action",
  };
  expect(active(chosen)).toEqual(["by", "period", "kind"]);
  expect(without(chosen, "period")).toEqual({ by: "m1", about: { words: "Y" }, kind: "action" });
  expect(active({ period: "days" })).toEqual([]);
});
