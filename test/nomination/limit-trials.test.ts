import { expect, it } from "vitest";
import { trialPractice } from "../../src/core/protocol.ts";
import { SqliteStore } from "../../src/nomination/node/sqlite-store.ts";
import { createTestEndpoint } from "./test-endpoint.ts";

it("has room for a few trial ballots at once, beside which votes and the question for health are answered", async () => {
  const store = new SqliteStore(":memory:");
  const rehearse = store.rehearse.bind(store);
  const waiting: (() => void)[] = [];
  store.rehearse = async (trial) => {
    if (trial.key !== "health") await new Promise<void>((resolve) => waiting.push(resolve));
    return rehearse(trial);
  };
  const endpoint = await createTestEndpoint({ store });
  const cast = async () => {
    const { token } = await endpoint.challenge(trialPractice);
    return endpoint.post("/api/nominations", { practice: trialPractice, token, answer: "222222" });
  };
  const first = [cast(), cast(), cast(), cast()];
  while (waiting.length < first.length) await new Promise((resolve) => setImmediate(resolve));
  expect((await cast()).status).toBe(503);
  expect((await endpoint.vote("solar-roofs")).status).toBe(201);
  expect((await endpoint.get("/healthz")).status).toBe(200);
  for (const go of waiting.splice(0)) go();
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  const last = cast();
  while (waiting.length < 1) await new Promise((resolve) => setImmediate(resolve));
  waiting[0]?.();
  expect((await last).status).toBe(201);
});
