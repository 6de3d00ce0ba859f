import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type BrowserServer, chromium } from "playwright-core";
import { chooseBrowser } from "./browser.ts";

/*
 * What all test files share is made in one process, when the first of them asks for it over HTTP: the demonstration site, built
 * once in each style of links, and one browser. The process ends with the one that started it.
 */

const program = fileURLToPath(new URL("../../src/cli/praktika.js", import.meta.url));
const content = fileURLToPath(new URL("../../content", import.meta.url));
const [folder = "."] = process.argv.slice(2);

let browser: BrowserServer | undefined;

const makers: Readonly<Record<string, () => Promise<string>>> = {
  "/site/pretty": () => buildDemonstration("pretty"),
  "/site/files": () => buildDemonstration("files"),
  "/browser": async () => {
    const { args = [], ...options } = await chooseBrowser();
    // Nothing here needs a process of its own for drawing.
    browser = await chromium.launchServer({ ...options, args: [...args, "--in-process-gpu"], host: "127.0.0.1" });
    return browser.wsEndpoint();
  },
};

/** Builds the demonstration content with Praktika's own templates. Returns the folder of the site. */
async function buildDemonstration(links: string): Promise<string> {
  const root = join(folder, links);
  const out = join(root, "dist");
  mkdirSync(root, { recursive: true });
  const args = [program, "build", "--root", root, "--content", content, "--out", out, "--links", links];
  // One of the environments that test/golden/determinism.test.ts compares.
  const env = { ...process.env, TZ: "UTC", LANG: "C", LC_ALL: "", NO_COLOR: "1" };
  await promisify(execFile)(process.execPath, args, { env });
  return out;
}

const made = new Map<string, Promise<string>>();

const server = createServer(async ({ url = "" }, response) => {
  try {
    const making = made.get(url) ?? makers[url]?.();
    if (!making) return response.writeHead(404).end();
    made.set(url, making);
    response.end(await making);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
  return response;
});

process.once("disconnect", async () => {
  await browser?.close();
  process.exit();
});

server.listen(0, "127.0.0.1", () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
