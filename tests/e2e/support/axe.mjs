// Looks for barriers on the screen that is open.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Violations of WCAG 2.2 A and AA on the open screen: "rule: element, what to mend". Empty is good. */
export async function barriers(page) {
  // Content security forbids the page to evaluate text; the driver may hand it a script.
  await page.execute(source);
  return page.execute(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    // Halfway through a change of colour there is a contrast that nobody ever reads by.
    await Promise.allSettled(document.getAnimations().map((change) => change.finished));
    // React Aria's announcer keeps what a screen reader has read out already, and no one sees it.
    const looked = { exclude: ["[data-live-announcer]"] };
    const result = await window.axe.run(looked, { runOnly: { type: "tag", values: tags } });
    return result.violations.flatMap((rule) =>
      rule.nodes.map((node) => `${rule.id}: ${node.html} ${node.failureSummary}`),
    );
  });
}
