import type { ChallengeKind, Language } from "../../core/protocol.ts";
import type { Keys } from "../key-ring.ts";
import type { Primitives } from "../primitives.ts";
import type { Challenge } from "../token.ts";

/** What a provider may use. */
export interface CaptchaContext {
  /** Those that the challenge was sealed with. */
  readonly keys: Keys;
  readonly primitives: Primitives;
}

/** One way of telling people from programs: Praktika's own, or a hosted service. */
export interface CaptchaProvider {
  /** The kinds of challenge it sets; the first is that of the form. */
  readonly kinds: readonly ChallengeKind[];
  /** The picture, of a challenge of kind `code`. */
  picture?(challenge: Challenge, context: CaptchaContext): Promise<Uint8Array<ArrayBuffer>>;
  /** The same code, spoken. */
  speech?(challenge: Challenge, language: Language, context: CaptchaContext): Promise<Uint8Array<ArrayBuffer>>;
  /** What the device has to solve, of a challenge of kind `work`. */
  work?(challenge: Challenge, context: CaptchaContext): Promise<unknown>;
  /** Whether the answer is right. Rejects if the provider cannot tell (a hosted service out of reach). */
  check(challenge: Challenge, answer: string, context: CaptchaContext): Promise<boolean>;
  /** What the form's page needs of a hosted service. */
  readonly widget?: Widget;
}

export interface Widget {
  readonly script: string;
  readonly cssClass: string;
  readonly siteKey: string;
  /** Field in which the service puts its answer. */
  readonly field: string;
  /** Origins for the page's content security policy. */
  readonly origins: readonly string[];
}
