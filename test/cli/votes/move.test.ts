import { describe, expect, it } from "vitest";
import { castVotes, inStore, receiptOf, tamper } from "./vote-store.ts";
import { type VotesSite, votesSite } from "./votes-site.ts";

async function siteWithVotes(): Promise<VotesSite & { readonly target: string }> {
  const site = votesSite();
  await inStore(site.database, (store) => castVotes(store, 2_500, ({ index }) => `p${index % 5}`));
  await site.votes("revoke", "--sequence", "3", "--yes");
  return { ...site, target: site.path("target.db") };
}

const stateOf = (path: string) =>
  inStore(path, async (store) => ({
    head: await store.head(),
    counts: await store.counts(),
    rows: await store.rows(1, 9_999),
  }));

describe("praktika votes move", () => {
  it("carries the log to an empty store with the same root, counts and receipts", async () => {
    const site = await siteWithVotes();
    const { status, stdout } = await site.votes("move", "--to", `file:${site.target}`);
    expect(stdout).toContain("target.db now: 2501 rows.");
    expect(status).toBe(0);
    expect(await stateOf(site.target)).toEqual(await stateOf(site.database));
    await inStore(site.target, async (store) => {
      const votes = await castVotes(store, 1, () => "p0").then(() => store.head());
      expect(votes.size, "a nonce that was spent there is spent here").toBe(2_501);
    });
    expect((await site.votes("verify", "--receipt", receiptOf(2))).status).toBe(0);
  });

  it("goes on where an interrupted move has stopped", async () => {
    const site = await siteWithVotes();
    const rows = await inStore(site.database, (store) => store.rows(1, 700));
    await inStore(site.target, (store) => store.restore(rows));
    expect((await site.votes("move", "--to", site.target)).status).toBe(0);
    expect(await stateOf(site.target)).toEqual(await stateOf(site.database));
    expect((await site.votes("move", "--to", site.target)).status).toBe(0);
  });

  it("refuses a store that holds another log", async () => {
    const site = await siteWithVotes();
    await inStore(site.target, (store) => castVotes(store, 1, () => "another"));
    const before = await stateOf(site.target);
    const { status, stderr } = await site.votes("move", "--to", site.target);
    expect([status, stderr]).toEqual([1, expect.stringContaining("already holds another log")]);
    expect(await stateOf(site.target)).toEqual(before);
  });

  it("moves no log that does not hold", async () => {
    const site = await siteWithVotes();
    tamper(site.database, "UPDATE log SET practice = 'p9' WHERE sequence = 2000");
    const { status, stderr } = await site.votes("move", "--to", site.target);
    expect([status, stderr]).toEqual([1, expect.stringContaining("is broken at row 2000")]);
  });

  it("needs to be told where to", async () => {
    const { status, stderr } = await votesSite().votes("move");
    expect([status, stderr]).toEqual([2, "Name the target: --to DATABASE_URL.\n"]);
  });

  it("never shows a password", async () => {
    const site = await siteWithVotes();
    const { status, stdout, stderr } = await site.votes(
      "move",
      "--to",
      "postgres://archive:geheim%40@127.0.0.1:1/votes?password=geheim",
    );
    expect(stdout + stderr).not.toContain("geheim");
    expect(stderr).toContain("postgres://127.0.0.1:1/votes");
    expect(status).toBe(1);
  });
});
