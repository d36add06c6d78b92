// Two colleagues who have found each other: where most journeys begin.
import { personAt } from "./person.mjs";
import { BESIDE } from "./stage.mjs";
import { word } from "./words.mjs";

/** What both type to open their vaults; invented for tests. */
export const PASSPHRASE = "fiets molen appel rivier lamp zolder kaart";

/** Fatima founds a team and Bram joins it, each at a window of the stage, through `hub`. */
export async function twoColleagues(stage, hub, { theme = "night", size = {} } = {}) {
  const fatima = personAt(await stage.window("fatima", size));
  await fatima.chooseLook(theme);
  await fatima.makePassphrase(PASSPHRASE);
  await fatima.foundTeam({ team: "Straatteam Noord", name: "Fatima", hub: hub.address });
  const invitation = await fatima.invite();

  const bram = personAt(await stage.window("bram", { ...size, x: BESIDE }));
  await bram.chooseLook(theme);
  await bram.makePassphrase(PASSPHRASE);
  await bram.joinTeam({ invitation, name: "Bram" });
  // Fatima's laptop lets him in by itself; his screen goes on by itself.
  await bram.isAtWork();
  await bram.goTo("cases");
  await fatima.goTo("team");
  await fatima.sees("Bram", 30000);
  return { fatima, bram };
}
