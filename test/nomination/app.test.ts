import { describe, expect, it } from "vitest";
import { createTestEndpoint } from "./test-endpoint.ts";

describe("a nomination", () => {
  it("is counted once, with a receipt that finds it in the log", async () => {
    const endpoint = await createTestEndpoint();
    const ballot = await endpoint.ballot("solar-roofs");
    const response = await endpoint.post("/api/nominations", ballot);
    expect(response.status).toBe(201);
    const reply = await response.json();
    expect(reply).toEqual({ practice: "solar-roofs", count: 1, receipt: expect.stringMatching(/^[\w-]{22}$/) });
  });
});
