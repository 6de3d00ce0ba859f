import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createTarget } from "../../../src/core/target.ts";
import { build } from "../../../src/site/build.ts";
import { resolveFolders } from "../../../src/site/folders.ts";
import { runPraktika, temporaryRoot } from "../../run-praktika.ts";

const root64 = "ab".repeat(32);
const tally = {
  counts: { "edno-gishe": 12, stara: 3, treta: 1 },
  log: { size: 16, root: root64 },
  asOf: "2026-11-24T21:30:00Z",
};

/** The small site, one of whose practices had another id, and a tally beside it. */
function siteWithTally(value: object = tally): { root: string; file: string; read: (path: string) => string } {
  const root = temporaryRoot("small-site");
  const practice = join(root, "content/practices/2016/treta.bg.md");
  writeFileSync(practice, readFileSync(practice, "utf8").replace("---\n", "---\naliases: [/bg/practices/stara/]\n"));
  const file = join(root, "tally.json");
  writeFileSync(file, JSON.stringify(value));
  return { root, file, read: (path) => readFileSync(join(root, "dist", path), "utf8") };
}

describe("a site built with a tally", () => {
  it("shows numbers with their day, adds those of an earlier id, and lists the most nominated", async () => {
    const { root, file, read } = siteWithTally();
    const { status, stderr } = await runPraktika(["build", "--root", root, "--tally", file, "--lang", "en"]);
    expect(stderr).toContain("0 errors");
    expect(status).toBe(0);
    const bulgarian = read("bg/practices/edno-gishe/index.html");
    expect(bulgarian).toContain('<data class="nominations" value="12">12</data>');
    expect(bulgarian).toContain('(към <time datetime="2026-11-24">24\u00a0ноември\u00a02026\u00a0г.</time>)');
    expect(read("en/practices/edno-gishe/index.html")).toContain(
      '(as of <time datetime="2026-11-24">24\u00a0November\u00a02026</time>)',
    );
    expect(read("bg/practices/treta/index.html")).toContain('<data class="nominations" value="4">4</data>');
    const zero = read("bg/practices/mobilno-gishe/index.html");
    expect(zero).toContain('<data class="nominations" value="0">0</data>');
    const list = read("bg/practices/index.html");
    expect(list).toContain('<data class="nominations" value="4" data-practice="treta">4</data>');
    expect(list).not.toContain('data-practice="mobilno-gishe"');
    expect(read("bg/index.html")).toContain('<li value="1"><a href="../bg/practices/edno-gishe/">');
    const nominated = read("bg/nominated/index.html");
    expect(nominated.indexOf("edno-gishe")).toBeLessThan(nominated.indexOf("practices/treta"));
    expect(nominated).toContain("16\u00a0номинации за 2\u00a0практики");
    expect(nominated).toContain(root64);
    expect(read("sitemap.xml")).toContain("https://archive.example.org/base/bg/nominated/");
  });

  it("carries the tally as it was published, which builds the same site again", async () => {
    const { root, file, read } = siteWithTally();
    await runPraktika(["build", "--root", root, "--tally", file]);
    expect(JSON.parse(read("tally.json"))).toEqual(tally);
    const again = join(root, "again.json");
    writeFileSync(again, read("tally.json"));
    const run = await runPraktika(["build", "--root", root, "--tally", again, "--format", "json"]);
    expect(JSON.parse(run.stdout)).toMatchObject({ written: 0, removed: 0 });
  });

  it("has no more files than before when it is built without one again", async () => {
    const { root, file, read } = siteWithTally();
    await runPraktika(["build", "--root", root, "--tally", file]);
    const { status, stdout } = await runPraktika(["build", "--root", root, "--format", "json"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).removed).toBeGreaterThanOrEqual(3);
    expect(() => read("tally.json")).toThrow();
    expect(() => read("bg/nominated/index.html")).toThrow();
    expect(read("bg/practices/edno-gishe/index.html")).not.toContain("as-of");
  });

  it("has a tally.json, but no list, while nobody has nominated anything", async () => {
    const { root, file, read } = siteWithTally({
      counts: {},
      log: { size: 0, root: "0".repeat(64) },
      asOf: tally.asOf,
    });
    expect((await runPraktika(["build", "--root", root, "--tally", file])).status).toBe(0);
    expect(JSON.parse(read("tally.json")).counts).toEqual({});
    expect(() => read("bg/nominated/index.html")).toThrow();
    expect(read("bg/index.html")).not.toContain("most-nominated");
  });

  it("stays as it was when the tally is wrong", async () => {
    const { root, file, read } = siteWithTally({ counts: {} });
    mkdirSync(join(root, "dist"), { recursive: true });
    await runPraktika(["build", "--root", root]);
    const before = read("bg/index.html");
    const { status, stdout } = await runPraktika(["build", "--root", root, "--tally", file, "--format", "json"]);
    expect(status).toBe(1);
    expect(JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code)).toContain("tally/invalid");
    expect(read("bg/index.html")).toBe(before);
  });

  it("takes it from an address, and never shows a password in it", async () => {
    const { root, read } = siteWithTally();
    const server = createServer((request, response) =>
      request.url?.startsWith("/api/tally") ? response.end(JSON.stringify(tally)) : response.writeHead(503).end(),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const report = (origin: string) =>
      build({
        folders: resolveFolders(root, {}),
        target: createTarget("disk"),
        withDrafts: false,
        write: true,
        tally: origin,
        progress: () => {},
      });
    const good = await report(`http://127.0.0.1:${port}/api/tally`);
    expect(good.diagnostics.map(({ code }) => code)).not.toContain("tally/unreadable");
    expect(read("bg/nominated/index.html")).toContain("16\u00a0номинации за 2\u00a0практики");
    const bad = await report(`http://user:geheim@127.0.0.1:${port}/down?key=geheim`);
    expect(bad.diagnostics.map(({ code }) => code)).toContain("tally/unreadable");
    expect(JSON.stringify(bad.diagnostics)).not.toContain("geheim");
    server.close();
  });
});

describe("a tally that contradicts the one of the site that is there", () => {
  const log = (size: number, root: string) => ({ ...tally, log: { size, root: root.repeat(32) } });

  it.each([
    ["is shorter", log(15, "cd"), "shorter"],
    ["is as long, and another", log(16, "cd"), "not the one"],
  ])("because its log %s is refused, and the site stays as it was", async (_, contradicting, words) => {
    const { root, file, read } = siteWithTally();
    await runPraktika(["build", "--root", root, "--tally", file]);
    const before = read("bg/practices/edno-gishe/index.html");
    writeFileSync(file, JSON.stringify(contradicting));
    const { status, stdout } = await runPraktika(["build", "--root", root, "--tally", file, "--lang", "en"]);
    expect([status, stdout]).toEqual([1, expect.stringContaining(words)]);
    expect(stdout).toContain("tally/contradicts");
    expect(read("bg/practices/edno-gishe/index.html")).toBe(before);
  });

  it("is asked for again where a cache may have given an old one, and a longer log is looked into", async () => {
    const { root, file, read } = siteWithTally();
    await runPraktika(["build", "--root", root, "--tally", file]);
    let row = root64;
    const server = createServer(({ url = "" }, response) => {
      const isFresh = url.startsWith("/api/tally?at=");
      const reply = url.startsWith("/api/tally")
        ? log(isFresh ? 20 : 10, "ef")
        : { rows: url === "/api/log?from=16&size=16" ? [{ hash: row }] : [] };
      response.end(JSON.stringify(reply));
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/tally`;
    const build = () => runPraktika(["build", "--root", root, "--tally", address, "--lang", "en"]);
    row = "12".repeat(32);
    expect((await build()).stdout).toContain("its row 16 is another");
    row = root64;
    expect((await build()).status).toBe(0);
    expect(JSON.parse(read("tally.json")).log.size).toBe(20);
    server.close();
  });
});
