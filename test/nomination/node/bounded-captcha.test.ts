import { expect, it } from "vitest";
import type { CaptchaContext, CaptchaProvider } from "../../../src/nomination/captcha/provider.ts";
import { boundRendering } from "../../../src/nomination/node/bounded-captcha.ts";
import type { Challenge } from "../../../src/nomination/token.ts";
import { Unavailable } from "../../../src/nomination/with-timeout.ts";

const context = {} as CaptchaContext;
const challengeOf = (number: number): Challenge => {
  return { practice: "a", kind: "code", level: 0, nonce: Uint8Array.of(number), expiresAt: 0 };
};

/** A captcha that notes how many it draws and speaks, in all and at once. */
function createCounted(fails = false) {
  const seen = { made: 0, atOnce: 0, most: 0 };
  const make = async (): Promise<Uint8Array<ArrayBuffer>> => {
    seen.made += 1;
    seen.most = Math.max(seen.most, ++seen.atOnce);
    await new Promise(setImmediate);
    seen.atOnce -= 1;
    if (fails) throw new Error("no ink");
    return Uint8Array.of(seen.made);
  };
  const captcha: CaptchaProvider = { kinds: ["code"], check: async () => false, picture: make, speech: make };
  return { seen, captcha: boundRendering(captcha) };
}

it("draws and speaks one code at a time", async () => {
  const { seen, captcha } = createCounted();
  await Promise.all([1, 2, 3, 4].map((number) => captcha.picture?.(challengeOf(number), context)));
  expect(seen).toMatchObject({ made: 4, most: 1 });
});

it("draws and speaks a code once, and each language apart", async () => {
  const { seen, captcha } = createCounted();
  const speak = (language: "bg" | "en") => captcha.speech?.(challengeOf(1), language, context);
  const [first, again, other] = await Promise.all([speak("bg"), speak("bg"), speak("en")]);
  expect([first, other].map((sound) => sound?.[0])).toEqual([1, 2]);
  expect(again).toBe(first);
  expect(await speak("bg")).toBe(first);
  await captcha.picture?.(challengeOf(1), context);
  expect(seen.made).toBe(3);
});

it("forgets the oldest after two hundred", async () => {
  const { seen, captcha } = createCounted();
  for (let number = 0; number < 201; number++) await captcha.picture?.(challengeOf(number), context);
  await captcha.picture?.(challengeOf(200), context);
  expect(seen.made).toBe(201);
  await captcha.picture?.(challengeOf(0), context);
  expect(seen.made).toBe(202);
});

it("says at once when too many wait, and has room again when they have gone", async () => {
  const { captcha } = createCounted();
  const asked = Array.from({ length: 80 }, (_, number) => captcha.picture?.(challengeOf(number), context));
  const results = await Promise.allSettled(asked);
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused).toHaveLength(20);
  for (const { reason } of refused) expect(reason).toBeInstanceOf(Unavailable);
  expect(await captcha.picture?.(challengeOf(79), context)).toBeInstanceOf(Uint8Array);
});

it("keeps no failure", async () => {
  const { seen, captcha } = createCounted(true);
  await expect(captcha.picture?.(challengeOf(1), context)).rejects.toThrow("no ink");
  await expect(captcha.picture?.(challengeOf(1), context)).rejects.toThrow("no ink");
  expect(seen.made).toBe(2);
});
