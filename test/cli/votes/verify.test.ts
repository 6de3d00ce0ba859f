import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { describe, expect, it, onTestFinished } from "vitest";
import { verifyLog } from "../../../src/cli/votes/verify-log.ts";
import type { VotesContext } from "../../../src/cli/votes/votes-context.ts";
import { locales } from "../../../src/locales/locales.ts";
import { resolveFolders } from "../../../src/site/folders.ts";
import { createTestEndpoint } from "../../nomination/test-endpoint.ts";
import { castVotes, inStore, receiptOf, tamper } from "./vote-store.ts";
import { type VotesSite, votesSite } from "./votes-site.ts";

const practices = ["solar-roofs", "one-stop-shop", "mobile-library"];

/** A site with 30 votes, and the tally that was published after the first 20. */
async function siteWithVotes(): Promise<VotesSite & { readonly published: string }> {
  const site = votesSite();
  const published = site.path("published.json");
  const cast = (from: number, to: number) =>
    inStore(site.database, (store) =>
      castVotes(
        { record: (entries) => store.record(entries.slice(from, to)) },
        to,
        ({ index }) => practices[index % practices.length] ?? "",
      ),
    );
  await cast(0, 20);
  writeFileSync(published, (await site.votes("tally", "--format", "json")).stdout);
  await cast(20, 30);
  return { ...site, published };
}

describe("praktika votes verify", () => {
  it("says that a log is whole, what that proves and what it does not", async () => {
    const site = await siteWithVotes();
    const { status, stdout } = await site.votes("verify");
    expect(stdout).toContain("✓ The chain of all rows holds (30).");
    expect(stdout).toContain("✓ The tally agrees with the log: 30 nominations.");
    expect(stdout).toContain("does not prove that each vote came from a different person");
    expect(stdout).toContain("Not compared with anything published.");
    expect(status).toBe(0);
  });

  it("compares with what was published earlier", async () => {
    const site = await siteWithVotes();
    const { status, stdout } = await site.votes("verify", "--against", site.published);
    expect(stdout).toMatch(/✓ The log begins with what was published on .* \(rows: 20\), and its counts agree\./);
    expect(stdout).not.toContain("Not compared with anything published.");
    expect(status).toBe(0);
  });

  it.each([
    ["flipped", ["UPDATE log SET practice = 'one-stop-shop' WHERE sequence = 7"], "✗ Row 7 has been altered"],
    ["moved to another day", ["UPDATE log SET day = '2026-11-19' WHERE sequence = 1"], "✗ Row 1 has been altered"],
    ["made worth more", ["UPDATE log SET amount = 100 WHERE sequence = 30"], "✗ Row 30 has been altered"],
    ["dropped", ["DELETE FROM log WHERE sequence = 12"], "✗ Row 12 is missing."],
    ["dropped at the beginning", ["DELETE FROM log WHERE sequence = 1"], "✗ Row 1 is missing."],
    [
      "swapped",
      [
        "UPDATE log SET sequence = -5 WHERE sequence = 5",
        "UPDATE log SET sequence = 5 WHERE sequence = 6",
        "UPDATE log SET sequence = 6 WHERE sequence = -5",
      ],
      "✗ Row 5 has been altered",
    ],
    ["cut off, but not from the tally", ["DELETE FROM log WHERE sequence > 25"], "the log gives 8, the tally says 10"],
  ])("finds a row that was %s", async (_, statements, expected) => {
    const site = await siteWithVotes();
    tamper(site.database, ...statements);
    const { status, stdout } = await site.votes("verify");
    expect(stdout).toContain(expected);
    expect(status).toBe(1);
  });

  it("finds a log that was cut off before what was published, even where the tally was fixed", async () => {
    const site = await siteWithVotes();
    tamper(site.database, "DELETE FROM log WHERE sequence > 15");
    await inStore(site.database, (store) => store.rebuildTally());
    expect((await site.votes("verify")).status).toBe(0);
    const { status, stdout } = await site.votes("verify", "--against", site.published);
    expect(stdout).toMatch(/✗ The log has been cut off: it has 15 rows, but had 20 on/);
    expect(status).toBe(1);
  });

  it("finds a log that was written anew, with a chain that holds", async () => {
    const site = await siteWithVotes();
    const forged = votesSite();
    await inStore(forged.database, (store) => castVotes(store, 30, () => "solar-roofs"));
    expect((await forged.votes("verify")).status).toBe(0);
    const { status, stdout } = await forged.votes("verify", "--against", site.published);
    expect(stdout).toContain("✗ Row 20 or one before it is not what was published");
    expect(status).toBe(1);
  });

  it("finds a published tally whose counts are not those of its log", async () => {
    const site = await siteWithVotes();
    const tally = JSON.parse((await site.votes("tally", "--format", "json")).stdout);
    writeFileSync(
      site.path("false.json"),
      JSON.stringify({ ...tally, counts: { ...tally.counts, "solar-roofs": 99 } }),
    );
    const { status, stdout } = await site.votes("verify", "--against", site.path("false.json"));
    expect(stdout).toContain("✗ solar-roofs: the log gives 10, the tally says 99");
    expect(status).toBe(1);
  });

  it("finds the vote of a receipt, and says when it was revoked", async () => {
    const site = await siteWithVotes();
    expect((await site.votes("verify", "--receipt", receiptOf(4))).stdout).toContain(
      "✓ The receipt belongs to row 5: 2026-11-20, practice “one-stop-shop”.\n",
    );
    await site.votes("revoke", `--receipt=${receiptOf(4)}`, "--yes");
    expect((await site.votes("verify", `--receipt=${receiptOf(4)}`)).stdout).toContain(
      "The vote has been revoked since.",
    );
    const unknown = await site.votes("verify", `--receipt=${receiptOf(99)}`);
    expect([unknown.status, unknown.stdout]).toEqual([
      1,
      expect.stringContaining("✗ There is no vote with this receipt"),
    ]);
    const wrong = await site.votes("verify", "--receipt", "abc");
    expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringContaining("“abc” is not a receipt")]);
  });

  it.each(["jsonl", "csv"])("verifies a log that was exported as %s", async (format) => {
    const site = await siteWithVotes();
    const file = site.path(`log.${format}`);
    expect((await site.votes("export", "--format", format, "--out", file)).status).toBe(0);
    const elsewhere = votesSite();
    const whole = await elsewhere.votes("verify", "--log", file, "--against", site.published);
    expect([whole.status, whole.stdout]).toEqual([0, expect.stringContaining("holds (30)")]);
    writeFileSync(file, "nonsense\n");
    const broken = await elsewhere.votes("verify", "--log", file);
    expect([broken.status, broken.stderr]).toEqual([1, expect.stringContaining("line 1 is not a log row")]);
  });

  it("does not let a log steer the terminal", async () => {
    const site = votesSite();
    await inStore(site.database, (store) => castVotes(store, 1, () => "\u001b[2Jx"));
    tamper(site.database, "UPDATE tally SET votes = 9");
    for (const args of [["verify"], ["tally"], ["audit"], ["verify", "--receipt", receiptOf(0)]])
      expect((await site.votes(...args)).stdout).not.toContain("\u001b");
  });

  it("makes no store where there is none", async () => {
    const site = votesSite();
    for (const command of ["tally", "verify", "export", "audit"]) {
      const { status, stderr } = await site.votes(command);
      expect(stderr).toContain("There are no votes yet");
      expect(status).toBe(2);
    }
    expect(() => writeFileSync(site.database, "", { flag: "r+" })).toThrow("ENOENT");
  });

  it("says plainly that a file is no store, and leaves it as it was", async () => {
    const site = votesSite();
    mkdirSync(site.path(".praktika"));
    for (const [content, expected] of [
      ["x".repeat(5000), "cannot be used: file is not a database"],
      ["", "There are no votes yet"],
    ] as const) {
      writeFileSync(site.database, content);
      expect((await site.votes("tally")).stderr).toContain(expected);
      expect(readFileSync(site.database, "utf8")).toBe(content);
    }
  });
});

/** The command in this process, with an endpoint beside it. */
async function verifyHere(values: VotesContext["values"]): Promise<{ status: number; out: string }> {
  let out = "";
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    error: () => {},
    isTerminal: false,
    colour: false,
    locale: locales.en,
    environment: {},
  };
  const context: VotesContext = {
    folders: resolveFolders("/nowhere", {}),
    databaseUrl: "/nowhere/votes.db",
    values,
    positionals: [],
    language: "en",
    texts: locales.en.cli,
    terminal,
    now: new Date("2026-11-24T12:00:00Z"),
  };
  return { status: await verifyLog(context), out };
}

describe("anyone", () => {
  it("verifies a log that an endpoint serves, page by page", async () => {
    const endpoint = await createTestEndpoint();
    await castVotes(endpoint.store, 2_345, ({ index }) => practices[index % practices.length] ?? "");
    const server = serve({ fetch: endpoint.app.fetch as never, port: 0, hostname: "127.0.0.1" });
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const log of [url, `${url}/`, `${url}/api/log?from=1`]) {
      const { status, out } = await verifyHere({ log, against: `${url}/api/tally`, receipt: receiptOf(2_344) });
      expect(out).toContain("✓ The chain of all rows holds (2345).");
      expect(out).toContain("✓ The tally agrees with the log: 2345 nominations.");
      expect(out).toContain("✓ The receipt belongs to row 2345");
      expect(status).toBe(0);
    }
  });

  it("verifies it behind a cache that has kept pages from before", async () => {
    const endpoint = await createTestEndpoint();
    await castVotes(endpoint.store, 6, () => "solar-roofs");
    const kept = new Map<string, string>();
    const cache = async ({ url }: Request): Promise<Response> => {
      const { pathname, search } = new URL(url);
      const text = kept.get(pathname + search) ?? (await (await endpoint.get(pathname + search)).text());
      kept.set(pathname + search, text);
      return new Response(text, { headers: { "Content-Type": "application/json" } });
    };
    const server = serve({ fetch: cache, port: 0, hostname: "127.0.0.1" });
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const path of ["/api/tally", "/api/log?from=1", "/api/log?from=1&size=6"]) await fetch(url + path);
    await castVotes(endpoint.store, 9, () => "solar-roofs");
    const { status, out } = await verifyHere({ log: url });
    expect(out).toContain("✓ The chain of all rows holds (9).");
    expect(status).toBe(0);
  });

  it("counts a practice that was renamed as its endpoint does, and says so", async () => {
    const endpoint = await createTestEndpoint({ ids: ["new-name"], paper: { formerIds: { "old-name": "new-name" } } });
    await castVotes(endpoint.store, 5, ({ index }) => (index < 3 ? "old-name" : "new-name"));
    const server = serve({ fetch: endpoint.app.fetch as never, port: 0, hostname: "127.0.0.1" });
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { status, out } = await verifyHere({ log: url, against: `${url}/api/tally` });
    expect(out).toContain("5 nominations. “old-name” is counted with “new-name”.");
    expect(status).toBe(0);
  });

  it("is told when the address is none of an endpoint", async () => {
    const server = serve({ fetch: () => new Response("<!doctype html>"), port: 0, hostname: "127.0.0.1" });
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await expect(verifyHere({ log: url })).rejects.toThrow("must be complete JSON");
  });
});
