import { describe, expect, it } from "vitest";
import { tokenTtlSeconds } from "../../../src/core/protocol.ts";
import { createTestEndpoint } from "../test-endpoint.ts";

describe("a part of the picture", () => {
  it.each([
    ["bytes=0-", 0, 0],
    ["bytes=0-9", 0, 10],
    ["bytes=10-10", 10, 11],
    ["bytes=10-99999999", 10, 0],
  ])("is given for %s", async (range, first, end) => {
    const endpoint = await createTestEndpoint();
    const { image } = await endpoint.challenge("solar-roofs");
    const whole = new Uint8Array(await (await endpoint.get(image)).arrayBuffer());
    const part = await endpoint.get(image, { Range: range });
    const last = end || whole.length;
    expect([part.status, part.headers.get("content-range")]).toEqual([
      206,
      `bytes ${first}-${last - 1}/${whole.length}`,
    ]);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(whole.slice(first, last));
  });
});

describe("a challenge", () => {
  it.each([
    ["to the second", 0, 200],
    ["and no longer", 1_000, 410],
  ])("is good for twenty minutes %s", async (_, more, status) => {
    const endpoint = await createTestEndpoint();
    const { image, expiresAt } = await endpoint.challenge("solar-roofs");
    expect([tokenTtlSeconds, expiresAt]).toEqual([1_200, "2026-11-24T12:20:00.000Z"]);
    endpoint.advance(tokenTtlSeconds * 1000 + more);
    expect((await endpoint.get(image)).status).toBe(status);
  });

  it.each([
    ["ten minutes", 0, 200],
    ["a second more", -1_000, 404],
  ])("of a machine whose clock is ahead by %s is taken, or is none", async (_, more, status) => {
    const endpoint = await createTestEndpoint();
    const { image } = await endpoint.challenge("solar-roofs");
    endpoint.advance(-600_000 + more);
    expect((await endpoint.get(image)).status).toBe(status);
  });

  it("of work has neither picture nor sound, and sets some five hundred to fifteen hundred keys", async () => {
    const endpoint = await createTestEndpoint();
    const { image, audio, work } = await endpoint.challenge("solar-roofs", "work");
    expect([image, audio]).toEqual(["", ""]);
    expect(work).toMatchObject({ parameters: { algorithm: "PBKDF2/SHA-256", cost: 5_000 } });
  });
});
