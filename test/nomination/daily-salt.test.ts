import { describe, expect, it } from "vitest";
import { createDailySalt, dayOf } from "../../src/nomination/daily-salt.ts";
import { nodePrimitives } from "../../src/nomination/node/node-primitives.ts";

it.each([
  ["2026-11-24T00:00:00.000Z", "2026-11-24"],
  ["2026-11-24T23:59:59.999Z", "2026-11-24"],
  ["2026-12-31T23:59:59.999Z", "2026-12-31"],
])("%s is a time of %s", (time, day) => {
  expect(dayOf(Date.parse(time))).toBe(day);
});

describe("the salt of a day", () => {
  it("is asked for once a day, with 32 fresh bytes", async () => {
    const asked: [string, number][] = [];
    const salt = createDailySalt(
      {
        salt: async (day, fresh) => {
          asked.push([day, fresh.length]);
          return fresh;
        },
      },
      nodePrimitives,
    );
    const first = await salt("2026-11-24");
    expect(await salt("2026-11-24")).toBe(first);
    expect(await salt("2026-11-25")).not.toEqual(first);
    await salt("2026-11-24");
    expect(asked).toEqual([
      ["2026-11-24", 32],
      ["2026-11-25", 32],
      ["2026-11-24", 32],
    ]);
  });

  it("is asked for again after the store has failed", async () => {
    let calls = 0;
    const salt = createDailySalt(
      {
        salt: async (_, fresh) => {
          if (++calls === 1) throw new Error("down");
          return fresh;
        },
      },
      nodePrimitives,
    );
    await expect(salt("2026-11-24")).rejects.toThrow("down");
    expect(await salt("2026-11-24")).toHaveLength(32);
    expect(calls).toBe(2);
  });
});
