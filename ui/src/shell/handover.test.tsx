import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { FakeCore } from "../ipc/fake";
import { faults, openWindow, teamAtWork } from "../testing";

/** A shift with two things at the Neude and one in Gezin K. */
function nightOf(core: FakeCore): FakeCore {
  const { handover } = core;
  handover.shift = { id: "5", at: core.now() - 3_600_000, endedAt: null };
  handover.groups = [
    {
      caseId: null,
      heading: "Neude",
      readers: null,
      lines: [
        handover.line({ key: "stop:1", part: "worry", text: "12 personen, sfeer grimmig." }),
        handover.line({ key: "contact:2", text: "Gesprek met Mo: zoekt werk.", share: "waiting" }),
      ],
    },
    {
      caseId: core.cases[0]?.row.id ?? "",
      heading: "Gezin K.",
      readers: ["Bram"],
      lines: [handover.line({ key: "action:3", part: "agreement", text: "Bel school: Fatima." })],
    },
  ];
  return core;
}

async function openHandover(core: FakeCore) {
  const opened = openWindow(core);
  await screen.findByRole("navigation", { name: "Schermen" });
  await opened.user.keyboard("{Control>}{Shift>}O{/Shift}{/Control}");
  await screen.findByRole("heading", { level: 2, name: "Overdracht van deze dienst" });
  return opened;
}

const tick = (name: RegExp) => screen.getByRole("checkbox", { name }) as HTMLInputElement;
const texts = () => screen.getAllByTestId("handover-line").map((line) => line.textContent ?? "");

test("the handover is there on one key: per place and per case, and who reads what", async () => {
  await openHandover(nightOf(teamAtWork()));
  const neude = await screen.findByRole("region", { name: "Neude" });
  expect(within(neude).getByText("leest het hele team")).toBeTruthy();
  expect(within(neude).getByText("Zorg")).toBeTruthy();
  expect(within(neude).getByText("nog niet gedeeld")).toBeTruthy();
  const family = screen.getByRole("region", { name: "Gezin K." });
  expect(within(family).getByText("leest Bram")).toBeTruthy();
  expect(await faults()).toEqual([]);
});

test("arrows walk, Alt and an arrow moves, X strikes; all of it is kept at once", async () => {
  const { user, core } = await openHandover(nightOf(teamAtWork()));
  await screen.findByRole("region", { name: "Neude" });
  tick(/grimmig/).focus();
  await user.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(tick(/Mo/));
  await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
  await waitFor(() => expect(texts()[0]).toContain("Mo"));
  expect(document.activeElement).toBe(tick(/Mo/));
  await user.keyboard("x");
  expect(await screen.findByText("doorgehaald")).toBeTruthy();
  await waitFor(() =>
    expect(core.handover.draft).toMatchObject({
      order: ["contact:2", "stop:1", "action:3"],
      struck: ["contact:2"],
    }),
  );
  await user.keyboard("{ArrowDown}{ArrowDown}");
  expect(document.activeElement).toBe(tick(/Bel school/));
});

test("what comes in meanwhile is added, and the coach's own order stays", async () => {
  const { user, core } = await openHandover(nightOf(teamAtWork()));
  await screen.findByRole("region", { name: "Neude" });
  tick(/grimmig/).focus();
  await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
  await waitFor(() => expect(core.handover.draft.order[0]).toBe("contact:2"));
  core.handover.groups[0]?.lines.push(core.handover.line({ key: "contact:9", text: "Gesprek met Bo: ok." }));
  await core.announce(["street"]);
  await waitFor(() => expect(texts()).toHaveLength(4));
  expect(texts().map((text) => /Mo|grimmig|Bo|school/.exec(text)?.[0])).toEqual([
    "Mo",
    "grimmig",
    "Bo",
    "school",
  ]);
});

test("a sentence of one's own, sent with Ctrl+Enter to Bram, and taken back", async () => {
  const { user, core } = await openHandover(nightOf(teamAtWork()));
  const neude = await screen.findByRole("region", { name: "Neude" });
  await user.click(within(neude).getByRole("button", { name: "Zin erbij: Neude" }));
  await user.type(screen.getByRole("textbox", { name: "Zin erbij: Neude" }), "De lamp is kapot.{Enter}");
  expect(await screen.findByText("De lamp is kapot.")).toBeTruthy();
  tick(/De lamp/).focus();
  await user.keyboard("{Enter}");
  const field = await screen.findByRole("textbox", { name: "Bewerk je zin" });
  await user.clear(field);
  await user.type(field, "De lantaarn is kapot.{Enter}");
  await waitFor(() => expect(core.handover.draft.sentences[0]?.text).toBe("De lantaarn is kapot."));

  await user.click(screen.getByRole("button", { name: "Wijzig voor wie" }));
  await user.click(screen.getByRole("checkbox", { name: "Bram" }));
  expect(await screen.findByText("Voor Bram")).toBeTruthy();
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("De overdracht staat klaar voor je collega’s")).toBeTruthy();
  const [sent] = core.requests("send_handover");
  expect(sent?.draft.order).toEqual(["stop:1", "contact:2", "sentence:1", "action:3"]);
  expect(sent?.draft.to).toHaveLength(1);
  expect(await screen.findByText(/Verstuurd om/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /Ongedaan/ }));
  await waitFor(() => expect(core.requests("set_withdrawn")).toHaveLength(1));
});

test("without a shift it says what to do; with an empty one there is nothing to send", async () => {
  const core = teamAtWork();
  await openHandover(core);
  expect(await screen.findByText("Nog geen dienst")).toBeTruthy();
  core.handover.shift = { id: "5", at: core.now(), endedAt: null };
  core.handover.groups = [{ caseId: null, heading: null, readers: null, lines: [] }];
  await core.announce(["handovers"]);
  expect(await screen.findByText(/Er is nog niets gebeurd/)).toBeTruthy();
  expect((screen.getByRole("button", { name: /Verstuur/ }) as HTMLButtonElement).disabled).toBe(true);
});

test("a handover is unread until it is read, and the palette leads to it", async () => {
  const core = teamAtWork();
  const line = { at: core.now(), about: null, caseId: null };
  core.handover.receive({}, [
    {
      kind: "worries",
      heading: null,
      caseId: null,
      why: null,
      lines: [{ ...line, part: "worry", heading: "Neude", text: "Sfeer grimmig." }],
    },
    {
      kind: "place",
      heading: "Griftpark",
      caseId: null,
      why: null,
      lines: [{ ...line, part: "stop", heading: null, text: "Niemand." }],
    },
  ]);
  const { user } = openWindow(core);
  await screen.findByRole("navigation", { name: "Schermen" });
  await user.keyboard("{Control>}k{/Control}");
  await screen.findByRole("dialog", { name: "Opdrachten en zoeken" });
  await user.keyboard("nieuwe overdr{Enter}");
  const row = await screen.findByTestId("handover-row");
  expect(within(row).getByText("ongelezen")).toBeTruthy();
  expect(await faults()).toEqual([]);
  await user.click(row);
  await screen.findByRole("heading", { level: 2, name: "Overdracht van Bram" });
  const regions = screen.getAllByRole("heading", { level: 3 }).map((each) => each.textContent);
  expect(regions).toEqual(["Zorgen", "Griftpark"]);
  expect(await faults()).toEqual([]);
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText(/Gelezen door Fatima/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Gelezen" })).toBeNull();
});

test("a caseload: to whom, which cases, why; and what cannot be undone is said before", async () => {
  const core = teamAtWork();
  const { user } = openWindow(core);
  await screen.findByRole("navigation", { name: "Schermen" });
  await user.keyboard("{Control>}k{/Control}");
  await screen.findByRole("dialog", { name: "Opdrachten en zoeken" });
  await user.keyboard("draag cas{Enter}");
  await screen.findByRole("heading", { level: 2, name: "Draag casussen over" });
  const send = screen.getByRole("button", { name: "Draag over" }) as HTMLButtonElement;
  expect(send.disabled).toBe(true);
  await user.click(await screen.findByRole("button", { name: /Wie neemt het over/ }));
  await user.click(await screen.findByRole("option", { name: /Noor/ }));
  await user.click(screen.getByRole("checkbox", { name: "Gezin K." }));
  expect(await screen.findByText(/Noor kan vanaf dan alles lezen in: Gezin K\./)).toBeTruthy();
  await user.type(screen.getByRole("textbox", { name: /Waarom we het zo doen/ }), "Bel nooit voor tien.");
  expect(await faults()).toEqual([]);
  await waitFor(() => expect(core.handover.caseloadDraft.whys[0]?.why).toBe("Bel nooit voor tien."));
  await user.click(send);
  expect(await screen.findByText("Eén casus overgedragen aan Noor")).toBeTruthy();
  const [sent] = core.requests("send_caseload_handover");
  expect(sent?.draft.caseIds).toEqual([core.cases[0]?.row.id]);
});
