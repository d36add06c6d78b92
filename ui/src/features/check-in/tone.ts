const pause = 1_600;
const softest = 0.03;
const loudest = 0.4;
const untilLoudest = 60;

/** Sounds until it is stopped, gentle first and louder for a minute. A laptop without sound still shows it. */
export function startTone(): () => void {
  let context: AudioContext;
  try {
    context = new AudioContext();
  } catch {
    return () => {};
  }
  const volume = context.createGain();
  volume.gain.setValueAtTime(softest, context.currentTime);
  volume.gain.linearRampToValueAtTime(loudest, context.currentTime + untilLoudest);
  volume.connect(context.destination);
  const sound = () => {
    const start = context.currentTime;
    for (const [pitch, after] of [
      [660, 0],
      [880, 0.3],
    ] as const) {
      const note = context.createOscillator();
      note.frequency.value = pitch;
      note.connect(volume);
      note.start(start + after);
      note.stop(start + after + 0.25);
    }
  };
  void context.resume().catch(() => {});
  sound();
  const timer = setInterval(sound, pause);
  return () => {
    clearInterval(timer);
    void context.close().catch(() => {});
  };
}
