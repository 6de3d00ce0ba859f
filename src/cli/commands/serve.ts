import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Endpoint as ServedEndpoint, serveFolder } from "../../dev/serve-folder.ts";
import { isNominationPath } from "../../nomination/app.ts";
import { readClientMs } from "../../nomination/deadlines.ts";
import { localSecret } from "../../nomination/node/local-secret.ts";
import { openStore } from "../../nomination/node/open-store.ts";
import { type Endpoint, startEndpoint } from "../../nomination/node/start-endpoint.ts";
import { readSettings } from "../../nomination/settings.ts";
import { resolveFolders } from "../../site/folders.ts";
import { UsageError, type Values } from "../arguments.ts";
import type { Terminal } from "../terminal.ts";
import { databaseUrlOf } from "../votes/database-url.ts";

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
  const nominations = async (url: string): Promise<ServedEndpoint> => {
    const settings = readSettings({
      ...environment,
      PRAKTIKA_SECRET: environment.PRAKTIKA_SECRET || localSecret(folders.state),
      // The site lies on this very address, whatever the published one is.
      PRAKTIKA_SITE_URL: "",
      PRAKTIKA_ORIGINS: ownOrigins(url).join(","),
    });
    const store = await openStore(databaseUrlOf(folders, environment), {
      inThread: true,
      answerMs: settings.answerMs,
    });
    const log = values.verbose ? terminal.error : () => undefined;
    endpoint = await startEndpoint({ settings, store, siteFolder: folders.out, log });
    const { app, corrected } = endpoint;
    if (corrected.length > 0) terminal.error(`${texts.tallyMended(corrected.length)}\n`);
    return { owns: isNominationPath, fetch: (request, bindings) => app.fetch(request, bindings) };
  };
  const server = await serveFolder(folders.out, port, {
    // A site without nominations lists nobody who could be nominated.
    ...(existsSync(join(folders.out, "nominees.json")) && { createEndpoint: nominations }),
    clientMs: readClientMs(environment),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE") throw new UsageError(texts.portTaken(port));
    throw error;
  });
  terminal.error(`${texts.serving(server.url)}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
  await server.close();
  await endpoint?.close();
  return 0;
}

/** The names under which this machine reaches itself. */
function ownOrigins(url: string): readonly string[] {
  const { port } = new URL(url);
  return ["localhost", "127.0.0.1", "[::1]"].map((host) => `http://${host}:${port}`);
}
