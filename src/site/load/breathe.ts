import { setImmediate as immediate } from "node:timers/promises";

/** How long the process may be deaf to Ctrl+C, in milliseconds. */
const pauseEvery = 100;

/** Long work that stops for a moment now and then, so that the process hears signals. */
export function createBreather() {
  let last = performance.now();
  return {
    /** Asked again and again: it costs less than a pause. */
    isDue: (): boolean => performance.now() - last > pauseEvery,
    async now(): Promise<void> {
      await immediate();
      last = performance.now();
    },
  };
}

/** Comes back when every signal that the process has been sent has been heard: between two immediates it asks for them. */
export async function hearSignals(): Promise<void> {
  await immediate();
  await immediate();
}
