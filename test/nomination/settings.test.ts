import { describe, expect, it } from "vitest";
import { createKeyRing } from "../../src/nomination/key-ring.ts";
import { nodePrimitives } from "../../src/nomination/node/node-primitives.ts";
import { readSettings } from "../../src/nomination/settings.ts";

const secret = "s".repeat(32);
const read = (environment: Readonly<Record<string, string>> = {}) =>
  readSettings({ PRAKTIKA_SECRET: secret, ...environment });

describe("settings", () => {
  it("are complete with a secret alone", () => {
    expect(read()).toEqual({
      secrets: [secret],
      siteUrl: "",
      origins: [],
      quota: { perPractice: 5, perNetwork: 40 },
      language: "bg",
      trustedProxies: [],
      metricsToken: undefined,
      hosted: undefined,
      answerMs: 1_800,
      clientMs: 5_000,
    });
  });

  it.each([
    ["32 characters", 32, true],
    ["31 characters", 31, false],
  ])("need secrets of %s", async (_, length, isEnough) => {
    const short = "x".repeat(length);
    const tries = [
      () => readSettings({ PRAKTIKA_SECRET: short }),
      () => read({ PRAKTIKA_SECRET_PREVIOUS: `${secret} ${short}` }),
    ];
    for (const attempt of tries) {
      if (isEnough) expect(attempt().secrets).toContain(short);
      else expect(attempt).toThrow("at least 32 characters");
    }
    const ring = createKeyRing([short], nodePrimitives);
    if (isEnough) expect((await ring).current.id).toHaveLength(4);
    else await expect(ring).rejects.toThrow("32");
  });

  it.each([
    ["0", 0],
    ["999999", 999_999],
    ["", 5],
  ])("may have a quota of %j", (written, perPractice) => {
    expect(read({ PRAKTIKA_QUOTA_PRACTICE: written }).quota.perPractice).toBe(perPractice);
  });

  it.each(["1000000", "-1", "1.5", "many"])("cannot have a quota of %j", (written) => {
    expect(() => read({ PRAKTIKA_QUOTA_NETWORK: written })).toThrow("PRAKTIKA_QUOTA_NETWORK must be a whole number");
  });

  it("take the site's own origin beside others, and no slash at its end", () => {
    const { siteUrl, origins } = read({
      PRAKTIKA_SITE_URL: "https://example.org/arhiv//",
      PRAKTIKA_ORIGINS: "https://a.example.org, https://b.example.org",
    });
    expect(siteUrl).toBe("https://example.org/arhiv");
    expect(origins).toEqual(["https://example.org", "https://a.example.org", "https://b.example.org"]);
  });

  it("say all that is wrong at once, and none of the values", () => {
    const wrong = {
      PRAKTIKA_SECRET: "short",
      PRAKTIKA_SITE_URL: "example.org",
      PRAKTIKA_LANGUAGE: "de",
      PRAKTIKA_CAPTCHA: "magic",
    };
    const message = (() => {
      try {
        return String(readSettings(wrong));
      } catch (error) {
        return (error as Error).message;
      }
    })();
    for (const name of Object.keys(wrong)) expect(message).toContain(name);
    for (const value of ["short", "example.org", "magic"]) expect(message).not.toContain(value);
  });

  it.each(["turnstile", "hcaptcha"])("with %s need its keys", (service) => {
    expect(() => read({ PRAKTIKA_CAPTCHA: service, PRAKTIKA_CAPTCHA_SITE_KEY: "a" })).toThrow("missing");
    const keys = { PRAKTIKA_CAPTCHA_SITE_KEY: "a", PRAKTIKA_CAPTCHA_SECRET: "b" };
    expect(read({ PRAKTIKA_CAPTCHA: service, ...keys }).hosted).toEqual({ service, siteKey: "a", secret: "b" });
  });
});
