import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { severityOf } from "../../core/diagnostics/severity.ts";
import type { Taken } from "../../dev/follow-files.ts";
import type { LiveSite } from "../../dev/live-site.ts";
import { type DevServerOptions, startDevServer } from "../../dev/start-dev-server.ts";
import { type Folders, resolveFolders } from "../../site/folders.ts";
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
  const server = await startDevServer({
    folders,
    port,
    host: typeof values.host === "string" ? values.host : "127.0.0.1",
    follows: values.open === true,
    polls: values.poll === true,
    ...createReports(progress, folders, terminal),
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

/** What the server tells, as lines of the terminal. */
function createReports(
  progress: ReturnType<typeof createProgress>,
  { root }: Folders,
  { locale, error: say }: Terminal,
): Pick<DevServerOptions, "progress" | "taken" | "watchFailed"> {
  let isTold = false;
  return {
    progress: (done, total) => progress.show(locale.cli.reading, done, total),
    taken: (taken, site) => {
      progress.clear();
      say(`${describeTaken(taken, site, { root, locale })}\n`);
    },
    watchFailed: (reason) => {
      // The system says so for every file.
      if (!isTold) say(`${locale.cli.notWatching(reason)}\n`);
      isTold = true;
    },
  };
}

interface TakenContext extends Pick<Folders, "root">, Pick<Terminal, "locale"> {}

/** A line about a change: when, which files, how long it took, and how many errors there are now. */
export function describeTaken(
  { paths, milliseconds }: Pick<Taken, "paths" | "milliseconds">,
  site: Pick<LiveSite, "diagnose">,
  { root, locale }: TakenContext,
): string {
  const shown = paths.slice(0, maxShownFiles).map((path) => relative(root, path));
  return locale.cli.taken({
    time: new Date().toTimeString().slice(0, 8),
    files: shown.join(", "),
    more: paths.length - shown.length,
    milliseconds: Math.round(milliseconds),
    errors: site.diagnose().filter((found) => severityOf(found) === "error").length,
  });
}

const maxShownFiles = 3;

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
