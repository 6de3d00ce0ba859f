import { describe, expect, it } from "vitest";
import { createTestEndpoint, solveWork as solve } from "../test-endpoint.ts";

describe("the code", () => {
  it("comes with a picture and a sound that stay the same however often they are asked for", async () => {
    const endpoint = await createTestEndpoint();
    const { image, audio } = await endpoint.challenge("solar-roofs");
    for (const [path, type] of [
      [image, "image/png"],
      [`${audio}?lang=bg`, "audio/wav"],
      [`${audio}?lang=en`, "audio/wav"],
    ] as const) {
      const [one, other] = [await endpoint.get(path), await endpoint.get(path)];
      expect([one.status, one.headers.get("content-type")]).toEqual([200, type]);
      expect(Buffer.from(await one.arrayBuffer()).equals(Buffer.from(await other.arrayBuffer()))).toBe(true);
    }
  });

  it("is spoken in parts to players that ask for parts", async () => {
    const endpoint = await createTestEndpoint();
    const { audio } = await endpoint.challenge("solar-roofs");
    const whole = Buffer.from(await (await endpoint.get(audio)).arrayBuffer());
    const part = await endpoint.get(audio, { Range: "bytes=0-1" });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 0-1/${whole.length}`]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(0, 2));
    const rest = await endpoint.get(audio, { Range: `bytes=${whole.length - 5}-` });
    expect(Buffer.from(await rest.arrayBuffer())).toEqual(whole.subarray(-5));
    for (const range of ["bytes=9-3", `bytes=${whole.length}-`, "bytes=-5", "lines=0-1", "bytes=0-1,3-4"])
      expect((await endpoint.get(audio, { Range: range })).status, range).toBe(200);
  });

  it("is taken with spaces and hyphens, as people write it", async () => {
    const endpoint = await createTestEndpoint();
    const { practice, token, answer } = await endpoint.ballot("solar-roofs");
    const written = ` ${answer.slice(0, 3)} - ${answer.slice(3)} `;
    expect((await endpoint.post("/api/nominations", { practice, token, answer: written })).status).toBe(201);
  });

  it("is nowhere in what the reader gets", async () => {
    const endpoint = await createTestEndpoint();
    const challenge = await endpoint.challenge("solar-roofs");
    const code = await endpoint.solve(challenge.token);
    expect(JSON.stringify(challenge)).not.toContain(code);
    expect(atob(challenge.token.split(".")[0]?.replaceAll("-", "+").replaceAll("_", "/") ?? "")).not.toContain(code);
  });
});

describe("the way without a code", () => {
  it("counts when the work is done", async () => {
    const endpoint = await createTestEndpoint();
    const { token, work, image } = await endpoint.challenge("solar-roofs", "work");
    expect(image).toBe("");
    const answer = await solve(work);
    expect((await endpoint.post("/api/nominations", { practice: "solar-roofs", token, answer })).status).toBe(201);
  });

  it("does not count work that was set with another token, nor made-up, easier or unfinished work", async () => {
    const endpoint = await createTestEndpoint();
    const other = await endpoint.challenge("solar-roofs", "work");
    const solved = await solve(other.work);
    const easier = JSON.parse(atob(solved));
    easier.challenge.parameters.keyPrefix = "00";
    const unfinished = { challenge: other.work, solution: { counter: 1, derivedKey: "00".repeat(32), time: 1 } };
    for (const answer of [solved, btoa(JSON.stringify(easier)), btoa(JSON.stringify(unfinished)), "", "e30=", "null"]) {
      const { token } = await endpoint.challenge("solar-roofs", "work");
      const response = await endpoint.post("/api/nominations", { practice: "solar-roofs", token, answer });
      expect(response.status).toBe(422);
    }
    const code = await endpoint.challenge("solar-roofs");
    const mixed = { practice: "solar-roofs", token: code.token, answer: solved };
    expect((await endpoint.post("/api/nominations", mixed)).status).toBe(422);
  });
});
