import { cpSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createDevApp, type DevApp } from "../../src/dev/dev-app.ts";
import { LiveSite } from "../../src/dev/live-site.ts";
import { NoPrinter } from "../../src/dev/sheet-printer.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { fixture } from "../run-praktika.ts";
import { useFolder } from "../use-folder.ts";

const folder = useFolder();
let site: LiveSite;
beforeAll(async () => {
  cpSync(fixture("small-site"), folder(), { recursive: true });
  site = await LiveSite.open(resolveFolders(folder(), {}), () => undefined);
});

const printer = {
  print: async () => {
    throw new NoPrinter("no browser");
  },
  close: async () => undefined,
};
const catchUp = async (): Promise<void> => undefined;
const app = (isLocal = true): DevApp => createDevApp({ site, printer, follows: false, isLocal, catchUp });
const ask = async (path: string, of = app(), host = "localhost:4000"): Promise<Response> =>
  of.fetch(new Request(`http://${host}${path}`));

describe("the development server", () => {
  it.each([
    ["localhost:4000", 200],
    ["[::1]:4000", 200],
    ["example.org", 403],
    ["localhost.example.org", 403],
    ["127.0.0.1:4000", 200],
    ["localhost.:4000", 200],
    ["archive.localhost:4000", 200],
    ["127.0.0.1.example.org", 403],
    ["notlocalhost:4000", 403],
  ])(
    "that is asked as %s answers %i: other names could be a web page that plays this machine",
    async (host, status) => {
      expect((await ask("/bg/", app(), host)).status).toBe(status);
    },
  );

  it("may be asked by any name if it is to be reached by other machines", async () => {
    const open = app(false);
    expect((await ask("/bg/", open, "example.org")).status).toBe(200);
  });

  it.each([
    ["/", 200],
    ["/bg/practices/edno-gishe/", 200],
    ["/bg/practices/nikoya/", 404],
    ["/media/plan.csv", 200],
    ["/media/none.csv", 404],
    ["/__praktika/", 200],
    ["/__praktika/style.css", 200],
    ["/__praktika/sheet?path=/bg/practices/edno-gishe/", 200],
    ["/__praktika/sheet?path=/bg/practices/nikoya/", 404],
    ["/__praktika/sheet?path=/%E0%A4%A", 404],
    ["/__praktika/sheet.pdf?path=/bg/practices/edno-gishe/", 503],
    ["/nominate/edno-gishe", 503],
    ["/api/tally", 200],
    ["/%E0%A4%A", 400],
  ])("answers %s with %i, and nothing of it is kept", async (path, status) => {
    const reply = await ask(path);
    expect([reply.status, reply.headers.get("cache-control")]).toEqual([status, "no-store"]);
    expect(reply.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("sends readers to the address that ends in a slash", async () => {
    const { status, headers } = await ask("/bg/practices/edno-gishe?a=1");
    expect([status, headers.get("location")]).toEqual([308, "/bg/practices/edno-gishe/?a=1"]);
  });

  it("says of a draft that it is one, and shows printed what is printed", async () => {
    const [draft, published, list] = await Promise.all(
      ["/bg/practices/chernova/", "/bg/practices/edno-gishe/", "/bg/practices/"].map(async (path) =>
        (await ask(path)).text(),
      ),
    );
    expect([draft, published].map((html) => html?.includes("praktika-draft"))).toEqual([true, false]);
    expect([published, list].map((html) => html?.includes("/__praktika/sheet?path="))).toEqual([true, false]);
  });

  it("lists drafts, and what was saved today, the last first, each with its page", async () => {
    const [saved, before] = ["2016/mobilno-gishe.bg.md", "2004/edno-gishe.bg.md"].map((name) =>
      join(folder(), "content/practices", name),
    );
    const [now, yesterday] = [new Date(), new Date(Date.now() - 86_400_000)];
    utimesSync(saved ?? "", now, now);
    utimesSync(before ?? "", yesterday, yesterday);
    const [page = "", rest = ""] = (await (await ask("/__praktika/")).text()).split("<h2>Чернови</h2>");
    const today = page.slice(page.indexOf("<h2>Променено днес</h2>"));
    expect(today.match(/href="\/bg\/practices\/[^"]+/g)?.[0]).toBe('href="/bg/practices/mobilno-gishe/');
    expect(today).not.toContain('href="/bg/practices/edno-gishe/"');
    expect(rest).toContain('<li><a href="/bg/practices/chernova/">');
  });

  it("lists what was imported, the least sure first, and what an editor has changed since at the end", async () => {
    const day = { value: "2016-06-09", rule: "field" };
    const none = { value: "", rule: "none" };
    const recordOf = (path: string, rule: string, text: string) => ({
      path: `practices/${path}.bg.md`,
      source: "old/list.csv",
      title: { value: path, rule },
      date: day,
      place: none,
      text,
    });
    const textOf = (path: string) => readFileSync(join(folder(), `content/practices/${path}.bg.md`), "utf8");
    const records = [
      recordOf("2016/mobilno-gishe", "heading", textOf("2016/mobilno-gishe")),
      recordOf("2004/edno-gishe", "file", textOf("2004/edno-gishe")),
      recordOf("2016/chernova", "file", "as it was"),
      recordOf("2016/izchezna", "file", ""),
    ];
    mkdirSync(join(folder(), ".praktika"), { recursive: true });
    writeFileSync(join(folder(), ".praktika/imported.json"), JSON.stringify(records));
    const page = await (await ask("/__praktika/import")).text();
    const shown = [
      ...page.matchAll(/<tr( class="praktika-edited")?><td class="praktika-sure-(\d)">.*?([a-z-]+)(?:<\/a>)?<br>/g),
    ];
    expect(shown.map(([, edited, sure, name]) => [name, sure, edited !== undefined])).toEqual([
      ["edno-gishe", "0", false],
      ["mobilno-gishe", "3", false],
      ["chernova", "0", true],
    ]);
    expect(page).toContain("Непроменени след вноса: 2 от 3.");
    expect(page).toContain('data-file="content/practices/2004/edno-gishe.bg.md"');
    expect(await (await ask("/__praktika/")).text()).toContain('<a href="/__praktika/import">Внесени практики</a>');
  });

  it("tags what it sends, so that a page can ask whether it would be another one now", async () => {
    const [first, second, other] = await Promise.all(["/bg/", "/bg/", "/en/"].map((path) => ask(path)));
    const tags = [first, second, other].map((reply) => reply?.headers.get("etag"));
    expect(tags[0]).toMatch(/^"[0-9a-f]{20}"$/);
    expect([tags[0] === tags[1], tags[0] === tags[2]]).toEqual([true, false]);
    expect(await first?.text()).toContain(`data-tag=${tags[0]}`);
  });
});
