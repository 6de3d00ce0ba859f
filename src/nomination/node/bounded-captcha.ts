import { setTimeout as sleep } from "node:timers/promises";
import type { CaptchaProvider } from "../captcha/provider.ts";
import { hex } from "../encoding.ts";
import { Unavailable } from "../with-timeout.ts";

type File = Uint8Array<ArrayBuffer>;

/** Pictures and sounds that are kept for whoever asks again: players ask for a sound in parts. About 140 KB a sound. */
const maxKept = 200;

/** Beyond it readers hear at once that there is no room, not after seconds. */
const maxWaiting = 60;

/** How much longer than the work the pause after it is. */
const pauses = 7;

/**
 * Draws and speaks one code after the other, with a pause seven times as long as it took, so that a client that asks for sounds without
 * end leaves nearly all of the time to ballots; some thirty sounds a second remain.
 */
export function boundRendering(captcha: CaptchaProvider): CaptchaProvider {
  const render = createQueue();
  const kept = new Map<string, Promise<File>>();
  const once = (key: string, make: () => Promise<File>): Promise<File> => {
    const known = kept.get(key);
    if (known) return known;
    const file = render(make);
    kept.set(key, file);
    file.catch(() => kept.delete(key));
    const [oldest = ""] = kept.keys();
    if (kept.size > maxKept) kept.delete(oldest);
    return file;
  };
  const { picture, speech } = captcha;
  return {
    ...captcha,
    ...(picture && {
      picture: (challenge, context) => once(hex(challenge.nonce), () => picture(challenge, context)),
    }),
    ...(speech && {
      speech: (challenge, language, context) =>
        once(`${language} ${hex(challenge.nonce)}`, () => speech(challenge, language, context)),
    }),
  };
}

function createQueue(): (make: () => Promise<File>) => Promise<File> {
  let free: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (make) => {
    if (waiting >= maxWaiting) throw new Unavailable("too many pictures and sounds at once");
    waiting += 1;
    let begun = 0;
    const made = free.then(() => {
      begun = performance.now();
      return make();
    });
    const rest = () => {
      waiting -= 1;
      return sleep(pauses * (performance.now() - begun));
    };
    free = made.then(rest, rest);
    return made;
  };
}
