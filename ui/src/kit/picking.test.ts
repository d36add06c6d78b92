import { expect, test } from "vitest";
import { fitting, sameName } from "./picking";

const places = [
  { id: "1", name: "Stationsplein" },
  { id: "2", name: "Park Transwijk", also: "de kuil" },
  { id: "3", name: "Café Zoë", hint: "Amsterdamsestraatweg" },
  { id: "4", name: "Skatebaan Zuilen" },
];
const names = (typed: string) => fitting(places, typed).map(({ name }) => name);

test("two letters find by the beginning of any word, without accents or capitals", () => {
  expect(names("ST")).toEqual(["Stationsplein"]);
  expect(names("tr")).toEqual(["Park Transwijk"]);
  expect(names("zoe")).toEqual(["Café Zoë"]);
  expect(names("ku")).toEqual(["Park Transwijk"]);
  expect(names("amst")).toEqual(["Café Zoë"]);
  expect(names("plein")).toEqual([]);
});

test("names that begin with it come first; nothing typed shows all in their order", () => {
  expect(names("zu")).toEqual(["Skatebaan Zuilen"]);
  expect(names("s")).toEqual(["Stationsplein", "Skatebaan Zuilen"]);
  expect(names("park t")).toEqual(["Park Transwijk"]);
  expect(names(" ")).toHaveLength(4);
});

test("the same name is not new, however it is written", () => {
  expect(sameName(places, " cafe zoe")?.id).toBe("3");
  expect(sameName(places, "Café")).toBeUndefined();
  expect(sameName(places, "")).toBeUndefined();
});
