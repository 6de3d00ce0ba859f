import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { startDevServer } from "../../src/dev/start-dev-server.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { fixture } from "../run-praktika.ts";
import { openBrowser } from "../setup/shared.ts";
import { runs } from "../setup/soak.ts";

/** More than the six connections that a browser opens to one host. */
const tabCount = runs(7, 25);

it("shows a saved text in as many tabs of one browser as somebody opens, sheets among them", async () => {
  const root = mkdtempSync(join(tmpdir(), "praktika-dev-"));
  cpSync(fixture("small-site"), root, { recursive: true });
  const server = await startDevServer({
    folders: resolveFolders(root, {}),
    port: 0,
    host: "127.0.0.1",
    follows: false,
    progress: () => undefined,
    watchFailed: () => undefined,
  });
  const browser = await openBrowser();
  onTestFinished(async () => {
    await browser.close();
    await server.close();
    rmSync(root, { recursive: true, force: true });
  });
  await server.watching;
  const context = await browser.newContext();
  const address = "bg/practices/edno-gishe/";
  const tabs = [];
  for (let tab = 0; tab < tabCount; tab++) {
    const page = await context.newPage();
    await page.goto(server.url + (tab % 5 === 4 ? `__praktika/sheet?path=/${address}` : address), {
      waitUntil: "domcontentloaded",
    });
    tabs.push(tab % 5 === 4 ? page.frameLocator("iframe") : page);
  }
  const file = join(root, "content/practices/2004/edno-gishe.bg.md");
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace(/^## .*$/m, (heading) => `${heading}\n\nТоку-що написано.`),
  );
  for (const tab of tabs) await tab.getByText("Току-що написано.").waitFor();
  expect(tabs).toHaveLength(tabCount);
});
