import { expect, it } from "vitest";
import { commitmentOf } from "../../../src/cli/votes/receipt.ts";

const receipt = (bytes: number): string => Buffer.alloc(bytes, 7).toString("base64url");

it("a receipt of 16 bytes names a vote, with or without space around it", async () => {
  const commitment = await commitmentOf(receipt(16));
  expect(commitment).toMatch(/^[\da-f]{64}$/);
  expect(await commitmentOf(` ${receipt(16)}\n`)).toBe(commitment);
});

it.each([0, 15, 17, 32])("a text of %i bytes is no receipt", async (bytes) => {
  expect(await commitmentOf(receipt(bytes))).toBeUndefined();
});
