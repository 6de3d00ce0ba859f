import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createTestEndpoint } from "../../nomination/test-endpoint.ts";
import { runPraktika } from "../../run-praktika.ts";
import { castVotes, inStore } from "./vote-store.ts";
import { votesSite } from "./votes-site.ts";

const cast = (path: string) =>
  inStore(path, (store) => castVotes(store, 7, ({ index }) => (index < 5 ? "edno-gishe" : "treta")));

describe("praktika votes tally", () => {
  it("lists practices, most nominated first, with total, time and root", async () => {
    const site = votesSite();
    await cast(site.database);
    const { status, stdout } = await site.votes("tally");
    const [first, second, ...rest] = stdout.trimEnd().split("\n");
    expect([first, second]).toEqual(["  5  edno-gishe", "  2  treta"]);
    expect(rest[0]).toBe("7 nominations; practices with nominations: 2.");
    expect(rest[1]).toMatch(/^As of \d+\u00a0\w+\u00a0\d{4}, \d\d:\d\d UTC\.$/);
    expect(rest[2]).toMatch(/^Rows in the log: 7\. Root: [\da-f]{64}$/);
    expect(status).toBe(0);
  });

  it("gives as JSON exactly what the endpoint gives", async () => {
    const site = votesSite();
    await cast(site.database);
    const { stdout } = await site.votes("tally", "--format", "json");
    const body = await inStore(site.database, async (store) => (await createTestEndpoint({ store })).get("/api/tally"));
    const text = await body.text();
    const withoutTime = (json: string) => json.trimEnd().replace(/"asOf":"[^"]+"/, "");
    expect(withoutTime(stdout)).toBe(withoutTime(text));
    expect(stdout.trimEnd()).toHaveLength(text.length);
  });

  it("gives what a build takes", async () => {
    const site = votesSite("small-site");
    await cast(site.database);
    const file = site.path("tally.json");
    writeFileSync(file, (await site.votes("tally", "--format", "json")).stdout);
    const { status, stdout } = await runPraktika(["build", "--root", site.root, "--tally", file, "--format", "json"]);
    expect(stdout).not.toContain("tally/");
    expect(status).toBe(0);
    expect((await site.votes("verify", "--against", site.path("dist/tally.json"))).status).toBe(0);
  });
});
