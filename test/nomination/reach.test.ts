import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { faultName, reach, Unreachable } from "../../src/nomination/reach.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const late = (milliseconds: number): Promise<string> =>
  new Promise((resolve) => setTimeout(() => resolve("there"), milliseconds));

describe("what is outside", () => {
  it.each([0, 1_799])("may take %i ms", async (milliseconds) => {
    const reached = reach(late(milliseconds), 1_800);
    await vi.advanceTimersByTimeAsync(milliseconds);
    expect(await reached).toBe("there");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("may take no longer than its limit", async () => {
    const reached = reach(late(1_801), 1_800).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(1_800);
    expect(await reached).toEqual(new Unreachable("no answer in time"));
  });

  it("that fails is out of reach, and its message stays unsaid", async () => {
    const error = Object.assign(new TypeError("postgres://user:password@host"), { code: "ECONNREFUSED" });
    await expect(reach(Promise.reject(error), 1_800)).rejects.toEqual(new Unreachable("TypeError ECONNREFUSED"));
    const known = new Unreachable("known");
    await expect(reach(Promise.reject(known), 1_800)).rejects.toBe(known);
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
