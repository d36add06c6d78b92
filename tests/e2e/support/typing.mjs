// How long it takes from a key to the picture of its letter, measured inside the window.

/** A quick typist: about eleven letters a second. */
const PRESSED = 30;
const BETWEEN = 60;

/** Runs inside the page: notes for each letter how long it took until a frame with it was drawn. */
function watch() {
  const times = [];
  const onKeyDown = (event) => {
    if (event.key.length !== 1) {
      return;
    }
    const began = Math.min(event.timeStamp, performance.now());
    // The letter is in the field before the next frame begins; a message posted in that frame arrives once it
    // has been drawn.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => times.push(performance.now() - began);
      port2.postMessage(null);
    });
  };
  addEventListener("keydown", onKeyDown, true);
  window.typingWatch = {
    times,
    end: () => removeEventListener("keydown", onKeyDown, true),
  };
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

/**
 * Types `text` into what has the focus, at a quick typist's pace, one letter after another whether or not the
 * window keeps up. Answers with milliseconds.
 */
export async function measureTyping(page, text) {
  await page.execute(watch);
  const keys = page.action("key");
  for (const letter of text) {
    keys.down(letter).pause(PRESSED).up(letter).pause(BETWEEN);
  }
  await keys.perform();
  const times = await page.execute(() => {
    window.typingWatch.end();
    return window.typingWatch.times;
  });
  const sorted = [...times].sort((one, other) => one - other);
  return { letters: times.length, median: at(sorted, 0.5), p95: at(sorted, 0.95), worst: sorted.at(-1) };
}
