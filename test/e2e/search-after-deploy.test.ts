import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { runPraktika } from "../run-praktika.ts";
import { openBrowser } from "../setup/shared.ts";
import { sampleOf } from "../setup/soak.ts";

/*
 * A page of the search stays open while the site is published anew. Whatever caches lie between, it finds the practices of one build, or
 * says that it cannot.
 */

const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** A host that serves files and knows nothing of queries, as those of static sites do. */
async function host(folder: string, caching: string): Promise<{ server: Server; url: string }> {
  const server = createServer(({ url = "/" }, response) => {
    const path = join(folder, decodeURIComponent(url.split("?")[0] ?? ""));
    try {
      const file = statSync(path).isDirectory() ? join(path, "index.html") : path;
      const type = types[extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "Content-Type": type, ...(caching ? { "Cache-Control": caching } : {}) });
      response.end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

/** A word that only one practice says, for each. */
const words = {
  pozhar: "пожарникари",
  kompost: "компостиране",
  vodenitsa: "воденица",
  biblioteka: "библиотека",
  pateka: "велопътека",
  pazar: "тържище",
  chitalnya: "читалня",
} as const;
type Id = keyof typeof words;

class Archive {
  readonly root = mkdtempSync(join(tmpdir(), "praktika-"));

  constructor() {
    onTestFinished(() => rmSync(this.root, { recursive: true, force: true }));
    const { root } = this;
    mkdirSync(join(root, "content/practices/2019"), { recursive: true });
    writeFileSync(
      join(root, "content/site.yaml"),
      "name: { bg: Архив }\nlanguages: [bg]\nbaseUrl: https://archive.example.org\n",
    );
    writeFileSync(join(root, "content/themes.yaml"), "energy: { bg: Енергия }\n");
  }

  file(id: string): string {
    return join(this.root, `content/practices/2019/${id}.bg.md`);
  }

  add(id: Id, day = 10): void {
    const text = `Първо ${words[id]} на едно място.\n\n`;
    writeFileSync(
      this.file(id),
      `---\ntitle: Опит с ${words[id]}\ninnovator: Община Белене\ndate: 2019-01-${day}\nthemes: [energy]\n---\n\n` +
        `## Предистория\n\n${text}## Практика\n\n${text}## Резултати\n\n${text}`,
    );
  }

  remove(id: Id): void {
    rmSync(this.file(id));
  }

  async publish(): Promise<void> {
    expect(await runPraktika(["build", "--root", this.root])).toMatchObject({ status: 0 });
  }
}

async function find(page: Page, word: string): Promise<{ titles: string[]; status: string }> {
  await page.locator("input[name=q]").last().fill(`${word} `);
  await page.waitForURL((url) => url.searchParams.get("q") === word);
  await page.locator("[data-search][aria-busy=false]").waitFor();
  return {
    titles: await page.locator("[data-results] .row-title a").allTextContents(),
    status: (await page.locator("[data-status]").textContent()) ?? "",
  };
}

const workers = ["block", "allow"] as const;
const all = ["no-store", "max-age=600", ""].flatMap((caching) => workers.map((worker) => ({ caching, worker })));
const quick = [all[0], all[3]].filter((hosting) => hosting !== undefined);

describe.each(sampleOf(quick, all))(
  "with Cache-Control: $caching and the service worker: $worker",
  ({ caching, worker }) => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser?.close());

    async function open(archive: Archive): Promise<Page> {
      await archive.publish();
      const { server, url } = await host(join(archive.root, "dist"), caching);
      const reader = await browser.newContext({ serviceWorkers: worker });
      onTestFinished(async () => {
        await reader.close();
        server.closeAllConnections();
        server.close();
      });
      const page = await reader.newPage();
      await page.goto(`${url}bg/search/`);
      await page.locator("[data-search][aria-busy=false]").waitFor();
      if (worker === "allow") await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      return page;
    }

    test("finds what is there after two deploys, in the open page and after loading it anew", async () => {
      const archive = new Archive();
      for (const id of ["pozhar", "vodenitsa", "biblioteka", "pateka"] as const) archive.add(id);
      const page = await open(archive);

      // The head of the index is loaded, its parts are not.
      archive.add("kompost", 20);
      archive.remove("vodenitsa");
      await archive.publish();
      const practices: Id[] = ["pozhar", "kompost", "biblioteka", "pateka"];
      for (const id of practices) expect((await find(page, words[id])).titles).toEqual([`Опит с ${words[id]}`]);
      expect((await find(page, words.vodenitsa)).titles).not.toContain(`Опит с ${words.vodenitsa}`);

      archive.add("pazar", 15);
      archive.add("chitalnya", 25);
      archive.remove("pozhar");
      await archive.publish();
      // Loaded parts still answer, all from the build before.
      const titled = [[], [`Опит с ${words.kompost}`]];
      expect(titled).toContainEqual((await find(page, words.kompost)).titles);
      await page.reload();
      await page.locator("[data-search][aria-busy=false]").waitFor();
      for (const id of ["pazar", "chitalnya", "kompost", "biblioteka"] as const)
        expect((await find(page, words[id])).titles).toEqual([`Опит с ${words[id]}`]);
      expect((await find(page, words.pozhar)).titles).not.toContain(`Опит с ${words.pozhar}`);
    });

    test("says that it cannot when what the host has does not fit together", async () => {
      const archive = new Archive();
      archive.add("pozhar");
      archive.add("pateka");
      const page = await open(archive);
      // A deploy that stopped half-way: the parts are new, the head is not.
      const head = join(archive.root, "dist/bg/search/index/head.js");
      const old = readFileSync(head);
      archive.add("kompost", 20);
      await archive.publish();
      writeFileSync(head, old);
      const { titles, status } = await find(page, words.pozhar);
      expect([titles, status]).toEqual([[], expect.stringContaining("не се зареди")]);
    });
  },
);
