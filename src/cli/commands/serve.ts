import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Endpoint as ServedEndpoint, serveFolder } from "../../dev/serve-folder.ts";
import { isNominationPath } from "../../nomination/app.ts";
import { readClientMs } from "../../nomination/deadlines.ts";
import { localSecret } from "../../nomination/node/local-secret.ts";
import { openStore } from "../../nomination/node/open-store.ts";
import { type Endpoint, startEndpoint } from "../../nomination/node/start-endpoint.ts";
import { readSettings } from "../../nomination/settings.ts";
import { type Folders, resolveFolders } from "../../site/folders.ts";
import { UsageError, type Values } from "../arguments.ts";
import { explainSettings } from "../explain-settings.ts";
import type { Terminal } from "../terminal.ts";
import { databaseUrlOf, nameOfStore, withoutPassword } from "../votes/database-url.ts";
import { isStoreFault } from "../votes/votes-context.ts";

const defaultPort = 4000;

/** `praktika serve`: the built site and the nomination endpoint on this machine, until the process is stopped. */
export async function runServe(values: Values, terminal: Terminal): Promise<number> {
  const folders = resolveFolders(String(values.root ?? "."), {
    out: typeof values.out === "string" ? values.out : undefined,
  });
  const texts = terminal.locale.cli;
  if (!existsSync(join(folders.out, "index.html"))) throw new UsageError(texts.nothingToServe(folders.out));
  const port = Number(values.port ?? defaultPort);
  const { environment } = terminal;
  let endpoint: Endpoint | undefined;
  const createEndpoint = async (url: string): Promise<ServedEndpoint> => {
    endpoint = await startNominations(url, folders, { terminal, isVerbose: Boolean(values.verbose) });
    const { app } = endpoint;
    return { owns: isNominationPath, fetch: (request, bindings) => app.fetch(request, bindings) };
  };
  const server = await serveFolder(folders.out, port, {
    // A site without nominations lists nobody who could be nominated.
    ...(existsSync(join(folders.out, "nominees.json")) && { createEndpoint }),
    clientMs: readClientMs(environment),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE") throw new UsageError(texts.portTaken(port));
    throw explainSettings(error, texts);
  });
  terminal.error(`${texts.serving(server.url)}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
  await server.close();
  await endpoint?.close();
  return 0;
}

/** The endpoint of the site at `url`. Throws `UsageError` if a setting is wrong or the votes cannot be used. */
async function startNominations(
  url: string,
  folders: Folders,
  { terminal, isVerbose }: { readonly terminal: Terminal; readonly isVerbose: boolean },
): Promise<Endpoint> {
  const { environment } = terminal;
  const texts = terminal.locale.cli;
  const settings = readSettings({
    ...environment,
    PRAKTIKA_SECRET: environment.PRAKTIKA_SECRET || localSecret(folders.state),
    // The site lies on this very address, whatever the published one is.
    PRAKTIKA_SITE_URL: "",
    PRAKTIKA_ORIGINS: ownOrigins(url).join(","),
  });
  const databaseUrl = databaseUrlOf(folders, environment);
  try {
    const store = await openStore(databaseUrl, { inThread: true, answerMs: settings.answerMs });
    const log = isVerbose ? terminal.error : () => undefined;
    const endpoint = await startEndpoint({ settings, store, siteFolder: folders.out, log });
    if (endpoint.corrected.length > 0) terminal.error(`${texts.tallyMended(endpoint.corrected.length)}\n`);
    return endpoint;
  } catch (error) {
    if (!isStoreFault(error)) throw error;
    const reason = withoutPassword(error.message || String(error.code), databaseUrl);
    const failed = texts.votes.storeFailed(nameOfStore(databaseUrl), reason);
    throw new UsageError(environment.DATABASE_URL ? `DATABASE_URL: ${failed}` : failed);
  }
}

/** The names under which this machine reaches itself. */
function ownOrigins(url: string): readonly string[] {
  const { port } = new URL(url);
  return ["localhost", "127.0.0.1", "[::1]"].map((host) => `http://${host}:${port}`);
}
