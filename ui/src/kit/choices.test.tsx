import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { faults } from "../faults";
import { Button } from "./Button";
import { CheckBox } from "./CheckBox";
import { Chips } from "./Chips";
import { DomainTag } from "./DomainTag";
import { type LifeDomain, lifeDomains } from "./life-domains";
import { MoreMenu } from "./MoreMenu";
import { Panel } from "./Panel";
import { Select } from "./Select";

test("the menu opens with the keyboard, acts, and gives the focus back", async () => {
  const user = userEvent.setup();
  const act = vi.fn();
  render(
    <MoreMenu
      label="Meer over Gezin K."
      actions={[
        { id: "pdf", label: "Maak PDF", onAction: act },
        { id: "close", label: "Sluit af", isDisabled: true, onAction: act },
      ]}
    />,
  );
  const dots = screen.getByRole("button", { name: "Meer over Gezin K." });
  dots.focus();
  await user.keyboard("{ArrowDown}");
  expect(screen.getAllByRole("menuitem")).toHaveLength(2);
  expect(await faults()).toEqual([]);
  await user.keyboard("{Enter}");
  expect(act).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole("menu")).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(dots));
});

test("several chips may be on; they come back in the order they are shown in", async () => {
  const user = userEvent.setup();
  const seen = vi.fn();
  function Work() {
    const [domains, setDomains] = useState<LifeDomain[]>(["family"]);
    return (
      <Chips
        label="Leefgebieden"
        values={domains}
        options={lifeDomains.map((domain) => ({ value: domain, label: domain }))}
        onChange={(next) => {
          seen(next);
          setDomains(next);
        }}
      />
    );
  }
  render(<Work />);
  await user.click(screen.getByRole("checkbox", { name: "housing" }));
  expect(seen).toHaveBeenLastCalledWith(["housing", "family"]);
  await user.keyboard(" ");
  expect(seen).toHaveBeenLastCalledWith(["family"]);
  expect(screen.getByRole("group", { name: "Leefgebieden" })).toBeTruthy();
  expect(await faults()).toEqual([]);
});

test("a select says its label and what is chosen, and letters jump", async () => {
  const user = userEvent.setup();
  const seen = vi.fn();
  render(
    <Select
      label="Sfeer"
      value={null}
      placeholder="Kies"
      options={[
        { value: "calm", label: "rustig" },
        { value: "tense", label: "gespannen" },
      ]}
      onChange={seen}
    />,
  );
  screen.getByRole("button", { name: /Sfeer/ }).focus();
  await user.keyboard("{Enter}");
  expect(await screen.findAllByRole("option")).toHaveLength(2);
  expect(await faults()).toEqual([]);
  await user.keyboard("g{Enter}");
  expect(seen).toHaveBeenCalledWith("tense");
});

test("a panel is a region with a title, a number and an action; a life domain is a word, not a colour", async () => {
  render(
    <Panel title="Mijn acties" count={4} action={<Button>Nieuwe actie</Button>}>
      <DomainTag domain="housing" />
      <DomainTag domain="money" short />
      <CheckBox isSelected={true} onChange={() => {}}>
        Bel school
      </CheckBox>
    </Panel>,
  );
  const panel = screen.getByRole("region", { name: "Mijn acties (4)" });
  expect(panel.textContent).toContain("WOwonen");
  expect(screen.getByTitle("geld")).toBeTruthy();
  expect(await faults()).toEqual([]);
});
