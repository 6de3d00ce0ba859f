import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { getMimeType } from "hono/utils/mime";

const version = "1.6.0";

/** Indexes the practices of a built site with Pagefind, which npm installs in a folder the first time. */
export function indexWithPagefind(dist: string, glob: string, home: string): void {
  if (!existsSync(join(home, "node_modules"))) {
    mkdirSync(home, { recursive: true });
    run("npm", ["install", "--no-audit", "--no-fund", "--prefix", home, `pagefind@${version}`]);
  }
  const began = performance.now();
  run(join(home, "node_modules/.bin/pagefind"), ["--site", dist, "--glob", glob, "--root-selector", "main"]);
  console.log(`Pagefind indexes in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

/** Without the site's policy, under which WebAssembly does not run. */
export async function servePlainly(folder: string): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    try {
      const bytes = readFileSync(join(folder, path.endsWith("/") ? `${path}index.html` : path));
      response.setHeader("content-type", getMimeType(path) ?? "text/html; charset=utf-8");
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

export function run(file: string, args: readonly string[]): void {
  const { status, stderr, stdout } = spawnSync(file, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${file} ended with ${status}:\n${stdout.slice(-2_000)}${stderr.slice(-2_000)}`);
}
