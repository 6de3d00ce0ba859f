import { describe, expect, it } from "vitest";
import { settings as bulgarian } from "../../src/locales/bg/endpoint-settings.ts";
import { createKeyRing } from "../../src/nomination/key-ring.ts";
import { nodePrimitives } from "../../src/nomination/node/node-primitives.ts";
import { describeSettings, readSettings, SettingsError } from "../../src/nomination/settings.ts";

const secret = "s".repeat(32);
const read = (environment: Readonly<Record<string, unknown>> = {}) =>
  readSettings({ PRAKTIKA_SECRET: secret, ...environment });

describe("settings", () => {
  it("are complete with a secret alone", () => {
    expect(read()).toEqual({
      secrets: [secret],
      siteUrl: "",
      origins: [],
      shares: { household: 5, office: 60 },
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
  ])("may have a quota of %j", (written, household) => {
    expect(read({ PRAKTIKA_QUOTA_PRACTICE: written }).shares.household).toBe(household);
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

  it.each([
    ["a slash at the end", "https://praktiki.example.org/"],
    ["capitals", "HTTPS://Praktiki.Example.ORG"],
    ["the standard port", "https://praktiki.example.org:443/"],
    ["quotation marks", '"https://praktiki.example.org"'],
    ["other quotation marks, and blanks", " „https://praktiki.example.org/“ "],
    ["the name of its first page", "https://praktiki.example.org/index.html"],
  ])("understand a site's address with %s", (_, written) => {
    const { siteUrl, origins } = read({ PRAKTIKA_SITE_URL: written });
    expect([siteUrl, origins]).toEqual(["https://praktiki.example.org", ["https://praktiki.example.org"]]);
  });

  it("take the origin of any address among the further ones, each once", () => {
    const written =
      "'https://A.example.org/some/page/', \"https://b.example.org\" https://a.example.org:443; http://c:8080/";
    expect(read({ PRAKTIKA_ORIGINS: written }).origins).toEqual([
      "https://a.example.org",
      "https://b.example.org",
      "http://c:8080",
    ]);
  });

  it.each([
    ["no scheme", "praktiki.example.org"],
    ["another scheme", "ftp://praktiki.example.org"],
    ["a star", "*"],
    ["a password", "https://user:word@praktiki.example.org"],
    ["no host", "https://"],
    ["a star in it", "https://*.example.org"],
    ["its scheme twice", "https://https://praktiki.example.org"],
  ])("name an address with %s", (_, written) => {
    expect(() => read({ PRAKTIKA_ORIGINS: written })).toThrow("PRAKTIKA_ORIGINS must be an address");
    expect(() => read({ PRAKTIKA_SITE_URL: written })).toThrow("PRAKTIKA_SITE_URL must be an address");
  });

  it("name a list where one address is meant", () => {
    const written = "https://a.example.org,https://b.example.org";
    expect(() => read({ PRAKTIKA_SITE_URL: written })).toThrow("PRAKTIKA_SITE_URL must be an address");
    expect(read({ PRAKTIKA_ORIGINS: written }).origins).toHaveLength(2);
  });

  it("may be numbers and lists, as the settings of a worker are", () => {
    const origins = ["https://a.example.org", "https://b.example.org"];
    expect(read({ PRAKTIKA_QUOTA_PRACTICE: 7, PRAKTIKA_ORIGINS: origins })).toMatchObject({
      shares: { household: 7 },
      origins,
    });
    expect(() => read({ PRAKTIKA_QUOTA_PRACTICE: 1.5 })).toThrow("must be a whole number");
  });

  it.each([
    [
      { PRAKTIKA_QUOTA_PRACTICE: "60", PRAKTIKA_QUOTA_NETWORK: "5" },
      "NETWORK must be at least PRAKTIKA_QUOTA_PRACTICE",
    ],
    [{ PRAKTIKA_QUOTA_PRACTICE: "0", PRAKTIKA_QUOTA_NETWORK: "0" }, "PRAKTIKA_QUOTA_NETWORK must be at least 1"],
    [{ PRAKTIKA_ANSWER_MS: "2" }, "PRAKTIKA_ANSWER_MS must be at least 100"],
    [{ PRAKTIKA_CLIENT_MS: "0" }, "PRAKTIKA_CLIENT_MS must be at least 100"],
  ])("cannot be so low as %j", (environment, words) => {
    expect(() => read(environment)).toThrow(words);
  });

  it("give an office at least what a household has", () => {
    expect(read({ PRAKTIKA_QUOTA_PRACTICE: "100" }).shares).toEqual({ household: 100, office: 100 });
  });

  it("do without the quotation marks that docker --env-file leaves", () => {
    expect(read({ PRAKTIKA_SECRET: `"${secret}"` }).secrets).toEqual([secret]);
    expect(read({ PRAKTIKA_QUOTA_PRACTICE: "'7'" }).shares.household).toBe(7);
  });

  it("are wrong in words of each language", () => {
    let error: unknown;
    try {
      read({ PRAKTIKA_SITE_URL: "x", PRAKTIKA_LANGUAGE: "de", PRAKTIKA_ANSWER_MS: "soon" });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(SettingsError);
    const inBulgarian = describeSettings((error as SettingsError).problems, bulgarian);
    for (const name of ["PRAKTIKA_SITE_URL", "PRAKTIKA_LANGUAGE", "PRAKTIKA_ANSWER_MS"])
      expect(inBulgarian).toMatch(new RegExp(`${name} трябва да е`));
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
