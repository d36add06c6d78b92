import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { FakeCore, installFake } from "./ipc/fake";
import type { Role } from "./ipc/generated/Role";
import { App } from "./shell/App";

export { faults } from "./faults";

/**
 * A core whose team is Fatima, Bram and Noor, with a hub and two cases. Fatima is a family coach, so the window begins
 * at the cases; with another role it begins where that role does.
 */
export function teamAtWork(role: Role = "familyCoach"): FakeCore {
  const core = new FakeCore();
  core.team = { ...core.team, standing: "member", teamName: "Straatteam Noord", hub: "ws://127.0.0.1:8787" };
  const me = core.colleague("Fatima", role, true);
  const bram = core.colleague("Bram", "familyCoach");
  core.colleague("Noor", "coach");
  core.sync = { ...core.sync, hub: core.team.hub, state: "shared", lastSharedAt: core.now() };
  core.addCase("Gezin K.", [me, bram]);
  core.addCase("Youssef B.", [me]);
  return core;
}

/** Opens the whole window on a fake core. */
export function openWindow(core: FakeCore) {
  installFake(core);
  const user = userEvent.setup();
  render(<App />);
  return { user, core };
}

/** Opens the window and one case in it. */
export async function openCase(core: FakeCore, name: string) {
  const { user } = openWindow(core);
  await user.click(await screen.findByRole("option", { name: new RegExp(name) }));
  await screen.findByRole("heading", { level: 2, name });
  return { user, core };
}
