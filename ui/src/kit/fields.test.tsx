import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { I18nProvider } from "react-aria-components";
import { expect, test, vi } from "vitest";
import { faults } from "../faults";
import { DateField } from "./DateField";
import { NumberField } from "./NumberField";
import { Pick } from "./Pick";
import type { Picked } from "./picking";
import { Tokens } from "./Tokens";

/** A field that keeps what it is given, and tells it. */
function Keeping<T>({
  start,
  seen,
  children,
}: {
  start: T;
  seen: (value: T) => void;
  children: (value: T, set: (value: T) => void) => React.ReactNode;
}) {
  const [value, setValue] = useState(start);
  return (
    <I18nProvider locale="nl-NL">
      {children(value, (next) => {
        seen(next);
        setValue(next);
      })}
    </I18nProvider>
  );
}

test("a date is typed as day, month, year, and can be emptied", async () => {
  const user = userEvent.setup();
  const seen = vi.fn();
  render(
    <Keeping<string | null> start={null} seen={seen}>
      {(value, set) => <DateField label="Voor wanneer" optional value={value} onChange={set} />}
    </Keeping>,
  );
  await user.tab();
  await user.keyboard("25112026");
  expect(seen).toHaveBeenLastCalledWith("2026-11-25");
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Maak leeg: Voor wanneer" }));
  expect(seen).toHaveBeenLastCalledWith(null);
  expect(screen.getAllByRole("spinbutton").map((part) => part.textContent)).toEqual(["dd", "mm", "jjjj"]);
});

test("a number is typed or stepped, and nobody has to count", async () => {
  const user = userEvent.setup();
  const seen = vi.fn();
  render(
    <Keeping<number | null> start={null} seen={seen}>
      {(value, set) => (
        <NumberField label="Hoeveel jongeren" optional value={value} onChange={set} max={99} />
      )}
    </Keeping>,
  );
  const field = screen.getByRole("textbox", { name: /Hoeveel jongeren/ });
  await user.type(field, "7");
  await user.tab();
  expect(seen).toHaveBeenLastCalledWith(7);
  await user.click(field);
  await user.keyboard("{ArrowUp}");
  expect(seen).toHaveBeenLastCalledWith(8);
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Maak leeg: Hoeveel jongeren" }));
  expect(seen).toHaveBeenLastCalledWith(null);
  expect((field as HTMLInputElement).value).toBe("");
});

test("Backspace in the empty field takes the last token away, not while there are letters", async () => {
  const user = userEvent.setup();
  const seen = vi.fn();
  render(
    <Keeping start={["Amina K.", "Youssef B."]} seen={seen}>
      {(names, set) => (
        <Tokens
          label="Gekozen"
          tokens={names.map((name) => ({ id: name, label: name }))}
          onRemove={(id) => set(names.filter((name) => name !== id))}
        >
          <input aria-label="Wie" />
        </Tokens>
      )}
    </Keeping>,
  );
  const field = screen.getByRole("textbox", { name: "Wie" });
  await user.type(field, "a{Backspace}");
  expect(seen).not.toHaveBeenCalled();
  expect(await faults()).toEqual([]);
  await user.keyboard("{Backspace}");
  expect(seen).toHaveBeenLastCalledWith(["Amina K."]);
  await user.click(screen.getByRole("button", { name: /Amina K/ }));
  expect(seen).toHaveBeenLastCalledWith([]);
});

const places = Array.from({ length: 400 }, (_, index) => ({
  id: `p${index}`,
  name: `Plein ${index}`,
})).concat([{ id: "station", name: "Stationsplein" }]);

function renderPick(start: Picked = null) {
  const seen = vi.fn();
  render(
    <Keeping<Picked> start={start} seen={seen}>
      {(value, set) => <Pick label="Plaats" options={places} value={value} onChange={set} />}
    </Keeping>,
  );
  return { user: userEvent.setup(), seen, field: screen.getByRole("combobox", { name: "Plaats" }) };
}

test("two letters and Enter pick one of four hundred, of which few are drawn", async () => {
  const { user, seen, field } = renderPick();
  await user.type(field, "pl");
  const drawn = await screen.findAllByRole("option");
  expect(drawn.length).toBeLessThan(60);
  await user.clear(field);
  await user.type(field, "st{ArrowDown}{Enter}");
  expect(seen).toHaveBeenLastCalledWith({ id: "station" });
  expect((field as HTMLInputElement).value).toBe("Stationsplein");
  expect(await faults()).toEqual([]);
});

test("other words are offered as new and kept as typed", async () => {
  const { user, seen, field } = renderPick();
  await user.type(field, "Achter de Lidl");
  expect(await screen.findByRole("option", { name: /Nieuw: “Achter de Lidl”/ })).toBeTruthy();
  await user.keyboard("{ArrowDown}{Enter}");
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(seen).toHaveBeenLastCalledWith({ words: "Achter de Lidl" });
  await user.tab();
  expect((field as HTMLInputElement).value).toBe("Achter de Lidl");
});

test("a name typed in full is the one in the list, and emptying the field picks nothing", async () => {
  const { user, seen, field } = renderPick();
  await user.type(field, "stationsplein");
  await user.tab();
  expect(seen).toHaveBeenLastCalledWith({ id: "station" });
  await user.clear(field);
  expect(seen).toHaveBeenLastCalledWith(null);
});
