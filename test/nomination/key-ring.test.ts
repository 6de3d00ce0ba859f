import { describe, expect, it } from "vitest";
import { createKeyRing } from "../../src/nomination/key-ring.ts";
import { nodePrimitives } from "../../src/nomination/node/node-primitives.ts";

const secret = (length: number, letter = "s"): string => letter.repeat(length);
const ring = (...secrets: readonly string[]) => createKeyRing(secrets, nodePrimitives);

describe("a secret", () => {
  it.each([32, 33, 64])("may have %i characters", async (length) => {
    await expect(ring(secret(length))).resolves.toBeDefined();
  });

  it.each([0, 1, 31])("may not have %i characters, nor may an earlier one", async (length) => {
    await expect(ring(secret(length))).rejects.toThrow(new RangeError("a secret needs 32 characters"));
    await expect(ring(secret(32), secret(length))).rejects.toThrow("32 characters");
  });

  it("is needed", async () => {
    await expect(ring()).rejects.toThrow(new RangeError("a secret is needed"));
  });
});

it("the first secret signs, all open, and each gives a key of its own for each purpose", async () => {
  const keys = await ring(secret(32, "a"), secret(32, "b"));
  const [alone, earlier] = await Promise.all([ring(secret(32, "a")), ring(secret(32, "b"))]);
  expect(keys.current).toEqual(alone.current);
  expect(keys.byId(alone.current.id)).toEqual(alone.current);
  expect(keys.byId(earlier.current.id)).toEqual(earlier.current);
  expect(alone.byId(earlier.current.id)).toBeUndefined();
  const all = [keys.current, earlier.current].flatMap(({ id, token, answer, work }) => [id, token, answer, work]);
  expect(all.map(({ length }) => length)).toEqual([4, 32, 32, 32, 4, 32, 32, 32]);
  expect(new Set(all.map((key) => Buffer.from(key).toString("hex"))).size).toBe(8);
});
