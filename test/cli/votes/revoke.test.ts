import { describe, expect, it } from "vitest";
import { castVotes, inStore, receiptOf } from "./vote-store.ts";
import { type VotesSite, votesSite } from "./votes-site.ts";

/** Ten votes: five for each practice; the last three for `a` a day later. */
async function siteWithVotes(): Promise<VotesSite> {
  const site = votesSite();
  await inStore(site.database, (store) =>
    castVotes(
      store,
      10,
      ({ index }) => (index % 2 === 0 ? "a" : "b"),
      ({ index }) => (index < 4 ? "2026-11-20" : "2026-11-21"),
    ),
  );
  return site;
}

const logOf = (site: VotesSite) => inStore(site.database, async (store) => [...(await store.rows(1, 100))]);
const countsOf = (site: VotesSite) => inStore(site.database, async (store) => Object.fromEntries(await store.counts()));

describe("praktika votes revoke", () => {
  it("only shows what it would do without --yes", async () => {
    const site = await siteWithVotes();
    const before = await logOf(site);
    const { status, stdout } = await site.votes("revoke", "--practice", "a", "--day", "2026-11-21");
    expect(stdout).toContain("  5  2026-11-21  a\n  7  2026-11-21  a\n  9  2026-11-21  a\n");
    expect(stdout).toContain("3 votes would be revoked. Nothing has been written");
    expect(status).toBe(0);
    expect(await logOf(site)).toEqual(before);
  });

  it("adds rows and changes none", async () => {
    const site = await siteWithVotes();
    const before = await logOf(site);
    expect(
      (await site.votes("revoke", "--practice", "a", "--day", "2026-11-21", "--last", "2", "--yes")).stdout,
    ).toContain("2 votes revoked.");
    const after = await logOf(site);
    expect(after.slice(0, 10)).toEqual(before);
    const today = new Date().toISOString().slice(0, 10);
    expect(after.slice(10)).toMatchObject([
      { kind: "revoke", amount: -1, practice: "a", commitment: before[6]?.commitment },
      { kind: "revoke", amount: -1, practice: "a", commitment: before[8]?.commitment },
    ]);
    for (const { day } of after.slice(10)) expect(day >= today).toBe(true);
    expect(await countsOf(site)).toEqual({ a: 3, b: 5 });
    expect((await site.votes("verify")).status).toBe(0);
  });

  it("revokes a vote once, however often it is asked to", async () => {
    const site = await siteWithVotes();
    expect((await site.votes("revoke", "--sequence", "2", "--yes")).stdout).toContain("1 vote revoked.");
    const again = await site.votes("revoke", `--receipt=${receiptOf(1)}`, "--yes");
    expect([again.status, again.stdout]).toEqual([0, "Revoked before: 1 vote.\n"]);
    expect(await countsOf(site)).toEqual({ a: 5, b: 4 });
    const rest = await site.votes("revoke", "--practice", "b", "--day", "2026-11-20");
    expect(rest.stdout).toContain("Revoked before: 1 vote.");
    expect(rest.stdout).toContain("1 vote would be revoked.");
  });

  it.each([
    [["--sequence", "99", "--yes"], 1, "There is no such vote"],
    [["--receipt", "AAAAAAAAAAAAAAAAAAAAAA", "--yes"], 1, "There is no such vote"],
    [["--receipt", "short", "--yes"], 1, "is not a receipt"],
    [["--practice", "nobody", "--day", "2026-11-20", "--yes"], 1, "There is no such vote"],
    [["--practice", "a"], 2, "Use --practice and --day together."],
    [["--day", "2026-11-20"], 2, "Use --practice and --day together."],
    [["--practice", "a", "--day", "20.11.2026"], 2, "“20.11.2026” is not a valid value for --day"],
    [["--practice", "a", "--day", "2026-02-30"], 2, "is not a valid value for --day"],
    [["--sequence", "1", "--receipt", "x"], 2, "Name the votes"],
    [["--sequence", "1", "--last", "1"], 2, "Name the votes"],
    [["--yes"], 2, "Name the votes"],
  ])("says what is wrong with %j, and writes nothing", async (args, status, message) => {
    const site = await siteWithVotes();
    const run = await site.votes("revoke", ...args);
    expect(run.stderr).toContain(message);
    expect(run.status).toBe(status);
    expect(await logOf(site)).toHaveLength(10);
  });

  it("revokes votes only", async () => {
    const site = await siteWithVotes();
    await site.votes("revoke", "--sequence", "1", "--yes");
    const { status, stderr } = await site.votes("revoke", "--sequence", "11", "--yes");
    expect([status, stderr]).toEqual([1, "Row 11 is not a vote; only votes can be revoked.\n"]);
  });
});
