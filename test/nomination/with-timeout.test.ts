import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { faultName, Unavailable, withTimeout } from "../../src/nomination/with-timeout.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const late = (milliseconds: number): Promise<string> =>
  new Promise((resolve) => setTimeout(() => resolve("there"), milliseconds));

describe("a service outside the endpoint", () => {
  it.each([0, 1_799])("may take %i ms", async (milliseconds) => {
    const answer = withTimeout(late(milliseconds), 1_800);
    await vi.advanceTimersByTimeAsync(milliseconds);
    expect(await answer).toBe("there");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("may take no longer than its limit", async () => {
    const answer = withTimeout(late(1_801), 1_800).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(1_800);
    expect(await answer).toEqual(new Unavailable("no answer in time"));
  });

  it("that fails is unavailable, and its message stays unsaid", async () => {
    const error = Object.assign(new TypeError("postgres://user:password@host"), { code: "ECONNREFUSED" });
    await expect(withTimeout(Promise.reject(error), 1_800)).rejects.toEqual(new Unavailable("TypeError ECONNREFUSED"));
    const known = new Unavailable("known");
    await expect(withTimeout(Promise.reject(known), 1_800)).rejects.toBe(known);
  });
});

it.each([
  [new Error("x"), "Error"],
  [Object.assign(new Error("x"), { code: "A", errcode: 5 }), "Error A 5"],
  [Object.assign(new Error("x"), { code: { secret: 1 } }), "Error"],
  ["a text", "unknown"],
  [undefined, "unknown"],
])("a fault is named by class and code: %s", (error, name) => {
  expect(faultName(error)).toBe(name);
});
