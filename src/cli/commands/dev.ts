import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { LiveSite } from "../../dev/live-site.ts";
import { startDevServer } from "../../dev/start-dev-server.ts";
import { resolveFolders } from "../../site/folders.ts";
import { withUsableState } from "../../site/usable-state.ts";
import { UsageError, type Values } from "../arguments.ts";
import { formatSeconds } from "../format-seconds.ts";
import { createProgress, type Terminal } from "../terminal.ts";

const defaultPort = 4000;

/** `praktika dev`: the site as its files are, until the process is stopped. */
export async function runDev(values: Values, terminal: Terminal): Promise<number> {
  const started = performance.now();
  const root = String(values.root ?? ".");
  const folders = withUsableState(
    resolveFolders(root, { content: typeof values.content === "string" ? values.content : undefined }),
  );
  const { cli: texts, language } = terminal.locale;
  if (!existsSync(folders.content.folder)) throw new UsageError(texts.noFolder(folders.content.folder));
  const port = Number(values.port ?? defaultPort);
  const progress = createProgress(terminal);
  let isWatching = true;
  const server = await startDevServer({
    folders,
    port,
    host: typeof values.host === "string" ? values.host : "127.0.0.1",
    follows: values.open === true,
    progress: (done, total) => progress.show(texts.reading, done, total),
    watchFailed: (reason) => {
      // The system says so for every file.
      if (isWatching) terminal.error(`${texts.notWatching(reason)}\n`);
      isWatching = false;
    },
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE") throw new UsageError(texts.portTaken(port));
    throw error;
  });
  progress.clear();
  const got = new URL(server.url).port;
  if (port !== 0 && got !== String(port)) terminal.error(`${texts.otherPort(port, got)}\n`);
  terminal.error(`${texts.developing(server.url, formatSeconds((performance.now() - started) / 1000, language))}\n`);
  if (values.open) openBrowser(server.url + lastChanged(server.site, folders.root).slice(1));
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
  await server.close();
  return 0;
}

/** The page of the practice that was saved last. */
function lastChanged(site: LiveSite, root: string): string {
  let newest = { time: 0, permalink: "/" as string };
  for (const { kind, file, permalink } of site.context.routes) {
    if (kind !== "practice" || file === undefined) continue;
    const time = statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (time > newest.time) newest = { time, permalink };
  }
  return newest.permalink;
}

function openBrowser(url: string): void {
  const [program = "", ...args] = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] }[
    process.platform as string
  ] ?? ["xdg-open"];
  const child = spawn(program, [...args, url], { stdio: "ignore", detached: true });
  // Whoever has no browser to open finds the address in the terminal.
  child.on("error", () => undefined);
  child.unref();
}
