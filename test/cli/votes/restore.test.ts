import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { serve } from "@hono/node-server";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createTestEndpoint } from "../../nomination/test-endpoint.ts";
import { hasOrdinaryUser, runOrdinarily } from "../../run-praktika.ts";
import { castVotes, inStore, receiptOf } from "./vote-store.ts";
import { type VotesSite, votesSite } from "./votes-site.ts";

async function siteWithVotes(total = 2_300): Promise<VotesSite & { readonly backup: string }> {
  const site = votesSite();
  await inStore(site.database, (store) => castVotes(store, total, ({ index }) => `p${index % 3}`));
  await site.votes("revoke", "--sequence", "2", "--yes");
  return { ...site, backup: site.path("backup.jsonl") };
}

/** What a lost disk leaves. */
const loseDisk = ({ database }: VotesSite): void => rmSync(dirname(database), { recursive: true });

const stateOf = ({ database }: VotesSite) =>
  inStore(database, async (store) => ({ tally: await store.tally(), rows: await store.rows(1, 9_999) }));

describe("praktika votes restore", () => {
  it.each(["jsonl", "csv"])("brings back what export wrote as %s: same root, counts and receipts", async (format) => {
    const site = await siteWithVotes();
    const before = await stateOf(site);
    const exported = await site.votes("export", "--format", format, "--out", site.backup);
    expect(exported.status).toBe(0);
    loseDisk(site);
    const { status, stdout } = await site.votes("restore", site.backup);
    expect(stdout).toContain("2301 rows.");
    expect(stdout).toContain(`Root: ${before.tally.log.root}`);
    expect(status).toBe(0);
    expect(await stateOf(site)).toEqual(before);
    const verified = await site.votes("verify", "--receipt", receiptOf(2));
    expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining("The receipt belongs to row 3")]);
  });

  it("is a drill: export, lose the disk, restore, and vote on; a ballot of before still counts once", async () => {
    const site = await siteWithVotes(30);
    const [tally, backup] = [site.path("published.json"), site.backup];
    writeFileSync(tally, (await site.votes("tally", "--format", "json")).stdout);
    await site.votes("export", "--out", backup);
    loseDisk(site);
    expect((await site.votes("restore", backup)).status).toBe(0);
    await inStore(site.database, async (store) => {
      await castVotes(store, 40, ({ index }) => `p${index % 3}`);
      expect((await store.head()).size).toBe(41);
    });
    const verified = await site.votes("verify", "--against", tally);
    expect(verified.stdout).toContain("The log begins with what was published");
    expect(verified.status).toBe(0);
  });

  it("reads the public log of an endpoint", async () => {
    const site = await siteWithVotes(1_200);
    const before = await stateOf(site);
    await inStore(site.database, async (store) => {
      const { app } = await createTestEndpoint({ store, ids: ["p0", "p1", "p2"] });
      const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
      onTestFinished(() => void server.close());
      await new Promise((resolve) => server.once("listening", resolve));
      const other = votesSite();
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      expect((await other.votes("restore", url)).status).toBe(0);
      expect(await stateOf(other)).toEqual(before);
    });
  });

  it("does it once: what is there already is not written again, and another log is left alone", async () => {
    const site = await siteWithVotes(5);
    await site.votes("export", "--out", site.backup);
    expect((await site.votes("restore", site.backup)).status).toBe(0);
    const other = await siteWithVotes(3);
    const before = await stateOf(other);
    const { status, stderr } = await other.votes("restore", site.backup);
    expect([status, stderr]).toEqual([1, expect.stringContaining("already holds another log")]);
    expect(await stateOf(other)).toEqual(before);
  });

  it("stops and says so when an endpoint counts votes of its own meanwhile", async () => {
    const site = await siteWithVotes();
    await site.votes("export", "--out", site.backup);
    loseDisk(site);
    await inStore(site.database, (store) => store.head());
    const database = new DatabaseSync(site.database);
    database.exec(`CREATE TRIGGER meanwhile AFTER INSERT ON log WHEN new.sequence = 1000 BEGIN
      INSERT INTO log VALUES (1001, new.day, 'p0', 'vote', 1, 'of another', 'x'); END`);
    database.close();
    const { status, stderr } = await site.votes("restore", site.backup);
    expect([status, stderr]).toEqual([1, expect.stringContaining("already holds another log")]);
  });

  it.each([
    ["altered", (text: string) => text.replace('"practice":"p1"', '"practice":"p9"'), "is broken at row 2"],
    ["cut in a line", (text: string) => text.slice(0, -20), "is not a log row"],
    ["without its beginning", (text: string) => text.slice(text.indexOf("\n") + 1), "is broken at row 1"],
    ["empty", () => "", "holds no rows"],
  ])("writes nothing of a file that is %s", async (_, damage, words) => {
    const site = await siteWithVotes(5);
    const { stdout } = await site.votes("export");
    loseDisk(site);
    writeFileSync(site.backup, damage(stdout));
    const { status, stderr } = await site.votes("restore", site.backup);
    expect([status, stderr]).toEqual([1, expect.stringContaining(words)]);
    expect(statSync(site.database, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
  });
});

describe("commands that only read", () => {
  it("leave the file as it is, to the byte", async () => {
    const site = await siteWithVotes(5);
    const state = () => [readFileSync(site.database), statSync(site.database).mtimeMs];
    const before = state();
    for (const command of [["tally"], ["verify"], ["export"], ["audit"], ["revoke", "--sequence", "4"]])
      expect((await site.votes(...command)).status).toBe(0);
    expect(state()).toEqual(before);
  });

  it("read while another program writes", async () => {
    const site = await siteWithVotes(5);
    const writer = new DatabaseSync(site.database);
    writer.exec("BEGIN IMMEDIATE");
    onTestFinished(() => writer.close());
    expect((await site.votes("verify")).stdout).toContain("The chain of all rows holds (6).");
  });

  it.runIf(hasOrdinaryUser)("read a copy with its journal where nothing can be written beside it", async () => {
    const site = await siteWithVotes(5);
    const writer = new DatabaseSync(site.database);
    onTestFinished(() => writer.close());
    writer.exec("INSERT INTO salt VALUES ('2026-11-20', x'00')");
    const sealed = votesSite();
    const folder = dirname(sealed.database);
    mkdirSync(folder, { recursive: true });
    for (const end of ["", "-wal"]) copyFileSync(site.database + end, sealed.database + end);
    chmodSync(folder, 0o555);
    // The folder for temporary files belongs to whoever runs the tests.
    vi.stubEnv("TMPDIR", sealed.root);
    const run = runOrdinarily(sealed.root, ["votes", "verify"]);
    vi.unstubAllEnvs();
    chmodSync(folder, 0o755);
    expect(run.stdout).toContain("The chain of all rows holds (6).");
  });
});
