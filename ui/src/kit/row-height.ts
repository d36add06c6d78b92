import { useSyncExternalStore } from "react";

const roomy = 2.75;

function measure(): number {
  const style = getComputedStyle(document.documentElement);
  const rem = Number.parseFloat(style.fontSize) || 16;
  return (Number.parseFloat(style.getPropertyValue("--basis-size-row")) || roomy) * rem;
}

function subscribe(listener: () => void): () => void {
  const watch = new MutationObserver(listener);
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ["data-density"] });
  return () => watch.disconnect();
}

/** The height of a row in pixels, for lists that draw only what is seen: it follows density and letter size. */
export function useRowHeight(): number {
  return useSyncExternalStore(subscribe, measure);
}
