import { expect, it } from "vitest";
import { readAnswerMs, readClientMs } from "../../src/nomination/deadlines.ts";
import { readSettings } from "../../src/nomination/settings.ts";
import { secret } from "./test-endpoint.ts";

const settingsOf = (environment: Readonly<Record<string, string>>) =>
  readSettings({ PRAKTIKA_SECRET: secret, ...environment });

it("a reader hears within two seconds that something does not answer, and a silent client is cut off after five", () => {
  expect(settingsOf({})).toMatchObject({ answerMs: 1_800, clientMs: 5_000 });
  expect([readAnswerMs({}), readClientMs({})]).toEqual([1_800, 5_000]);
});

it("an operator may set both, in milliseconds", () => {
  const environment = { PRAKTIKA_ANSWER_MS: "900", PRAKTIKA_CLIENT_MS: "'60000'" };
  expect(settingsOf(environment)).toMatchObject({ answerMs: 900, clientMs: 60_000 });
  expect([readAnswerMs(environment), readClientMs(environment)]).toEqual([900, 60_000]);
});

it("what is no number of milliseconds is said by its name, and does not count", () => {
  expect(() => settingsOf({ PRAKTIKA_ANSWER_MS: "1.8 s" })).toThrow("PRAKTIKA_ANSWER_MS must be a whole number");
  expect(readAnswerMs({ PRAKTIKA_ANSWER_MS: "1.8 s" })).toBe(1_800);
});
