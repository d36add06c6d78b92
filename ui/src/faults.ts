import axe from "axe-core";

/** The accessibility faults of the page. Colour contrast needs a real browser and is measured there. */
export async function faults(): Promise<string[]> {
  const found = await axe.run(document.body, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(" | ")}`);
}
