import { loadClips } from "../../locales/endpoint.ts";
import { type Bytes, hex, utf8 } from "../encoding.ts";
import type { Challenge } from "../token.ts";
import { codeFromBytes, sameCode } from "./code.ts";
import type { CaptchaContext, CaptchaProvider } from "./provider.ts";

/**
 * Praktika's own captcha: a code as a picture, the same code spoken, or no code at all but work for the device. All of a
 * challenge follows from its nonce, so that asking for the picture again gives the same one, and averaging gains nothing.
 * What draws, speaks and sets work is loaded when it is first asked for: most requests of a small machine need none of it.
 */
export const ownCaptcha: CaptchaProvider = {
  kinds: ["code", "work"],

  async picture(challenge, context) {
    const { drawPicture } = await import("./draw-picture.ts");
    return drawPicture(await codeOf(challenge, context), await derive("picture", challenge, context));
  },

  async speech(challenge, language, context) {
    const { speakCode } = await import("./speak-code.ts");
    const seed = await derive(`speech ${language}`, challenge, context);
    return speakCode(await codeOf(challenge, context), await loadClips(language), seed);
  },

  async work(challenge, context) {
    const { setWork } = await import("./work.ts");
    return setWork(challenge, context);
  },

  async check(challenge, answer, context) {
    if (challenge.kind === "code") return sameCode(await codeOf(challenge, context), answer);
    const { isWorkDone } = await import("./work.ts");
    return isWorkDone(challenge, answer, context);
  },
};

/** The code of a challenge, which only the endpoint can know. */
export async function codeOf(challenge: Challenge, context: CaptchaContext): Promise<string> {
  return codeFromBytes(await derive("code", challenge, context));
}

async function derive(purpose: string, { nonce }: Challenge, { keys, primitives }: CaptchaContext): Promise<Bytes> {
  return primitives.hmac(keys.answer, utf8(`${purpose} ${hex(nonce)}`));
}
