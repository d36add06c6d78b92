/** Where one lands in a region: what is chosen there, its heading, or its first control. */
const standingPlaces =
  "[role=option][aria-selected=true], [role=option][tabindex='0'], h2[tabindex='-1'], a[aria-current=page], button, input, textarea, [tabindex='0']";

/** Moves the focus to the next part of the screen that is marked with `data-region`. */
export function focusNextRegion(backwards: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter(
    (region) => region.getClientRects().length > 0,
  );
  if (regions.length === 0) return;
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  const step = backwards ? regions.length - 1 : 1;
  // A region with nothing to stand on is passed over.
  for (let count = 1; count <= regions.length; count += 1) {
    const region = regions[(Math.max(current, 0) + step * count) % regions.length];
    const target = region?.querySelector<HTMLElement>(standingPlaces);
    if (target) {
      target.focus();
      return;
    }
  }
}
