import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { castVotes, inStore } from "./vote-store.ts";
import { votesSite } from "./votes-site.ts";

describe("praktika votes export", () => {
  it("prints every row as it is in the log, also beyond one page", async () => {
    const site = votesSite();
    const rows = await inStore(site.database, async (store) => {
      await castVotes(store, 2_100, ({ index }) => `p${index % 7}`);
      return store.rows(1, 10_000);
    });
    const lines = (await site.votes("export")).stdout.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(rows.map((row) => ({ ...row })));
  });

  it("writes CSV that no spreadsheet takes for formulas", async () => {
    const site = votesSite();
    await inStore(site.database, async (store) => {
      await castVotes(store, 1, () => '=HYPERLINK("x")');
      await castVotes({ record: (entries) => store.record(entries.slice(1)) }, 2, () => "one, two");
    });
    const { stdout } = await site.votes("export", "--format", "csv");
    const [header, first, second] = stdout.split("\r\n");
    expect(header).toBe("sequence,day,practice,kind,amount,commitment,hash");
    expect(first).toMatch(/^1,2026-11-20,"'=HYPERLINK\(""x""\)",vote,1,/);
    expect(second).toMatch(/^2,2026-11-20,"one, two",vote,1,/);
  });

  it("writes a file, whole or not at all", async () => {
    const site = votesSite();
    await inStore(site.database, (store) => castVotes(store, 3, () => "a"));
    const file = site.path("log.jsonl");
    const { status, stdout } = await site.votes("export", "--out", file);
    expect([status, stdout]).toEqual([0, ""]);
    expect(readFileSync(file, "utf8").trimEnd().split("\n")).toHaveLength(3);
    expect(existsSync(`${file}.unfinished`)).toBe(false);
    const nowhere = await site.votes("export", "--out", site.path("no/such/folder/log.jsonl"));
    expect([nowhere.status, nowhere.stderr]).toEqual([1, expect.stringContaining("cannot be written (ENOENT)")]);
  });
});
