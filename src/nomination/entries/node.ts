import type { HttpBindings } from "@hono/node-server";
import { readDeployedSettings } from "../deployed-settings.ts";
import { type Environment, readText } from "../environment.ts";
import { type Listening, listen } from "../node/listen.ts";
import { localSecret } from "../node/local-secret.ts";
import { openStore } from "../node/open-store.ts";
import { startEndpoint } from "../node/start-endpoint.ts";
import { readSettings, type Settings, SettingsError } from "../settings.ts";
import { startFailure } from "../start-lazily.ts";
import { withTimeout } from "../with-timeout.ts";

/*
 * The endpoint as a server of its own: `node src/nomination/entries/node.ts`. Log lines go to the standard output as JSON.
 * Exit codes: 0 after SIGTERM or SIGINT, 2 for a wrong setting, 70 for anything else that kept it from starting.
 */

const stateFolder = ".praktika";

interface Place {
  readonly host: string;
  readonly port: number;
  /** Folder of the built site, if it is on this machine. */
  readonly siteFolder: string | undefined;
  readonly databaseUrl: string;
}

const stopped = new Promise<void>((resolve) => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
});
try {
  // A start that hangs must not keep the process from stopping.
  const server = await Promise.race([start(process.env), stopped]);
  if (server) {
    await stopped;
    await server.close();
  }
  say({ event: "stopped" });
  // A thread or a connection that still waits for a store would hold the process.
  process.exit(0);
} catch (error) {
  process.exit(reportFailure(error as NodeJS.ErrnoException));
}

/** Starts everything; rejects if something of it fails. */
async function start(environment: NodeJS.ProcessEnv): Promise<Pick<Listening, "close">> {
  const place = readPlace(environment);
  const isLocal = isLocalPlace(place, environment);
  const settings = isLocal ? localSettings(place, environment) : readDeployedSettings(environment);
  const store = await openStore(place.databaseUrl, { inThread: true, answerMs: settings.answerMs });
  const { app, corrected } = await startEndpoint({ settings, store, siteFolder: place.siteFolder, log });
  const server = await listen((request, bindings: HttpBindings) => app.fetch(request, bindings), {
    hostname: place.host,
    port: place.port,
    clientMs: settings.clientMs,
  });
  const origins = isLocal ? settings.origins : undefined;
  say({ event: "started", host: place.host, port: server.port, fixed: corrected.length, origins });
  return {
    async close() {
      await server.close();
      await withTimeout(store.close(), settings.answerMs).catch(() => undefined);
    },
  };
}

/** Says why nothing runs. Returns the exit code. */
function reportFailure(error: NodeJS.ErrnoException): number {
  log(`${startFailure(error)}\n`);
  const isAddress = error.syscall === "listen" || error.syscall === "bind" || error.syscall === "getaddrinfo";
  if (error instanceof SettingsError) process.stderr.write(`praktika: ${error.message}\n`);
  else if (error.code === "EADDRINUSE") process.stderr.write("praktika: another program listens at HOST and PORT\n");
  else if (isAddress) process.stderr.write(`praktika: it is not possible to listen at HOST and PORT (${error.code})\n`);
  return error instanceof SettingsError || isAddress ? 2 : 70;
}

/** Where to listen and what is here. Throws `SettingsError`. */
function readPlace(environment: Environment): Place {
  const text = (name: string, otherwise = ""): string => readText(environment, name) || otherwise;
  const port = text("PORT", "4001");
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new SettingsError((texts) => texts.port("PORT"));
  }
  return {
    host: text("HOST", "127.0.0.1"),
    port: Number(port),
    siteFolder: text("PRAKTIKA_SITE_FOLDER", text("PRAKTIKA_SITE_URL") === "" ? "dist" : "") || undefined,
    databaseUrl: text("DATABASE_URL", `${stateFolder}/votes.db`),
  };
}

/** Local: only this machine reaches it and no published site relies on it. Then the secret may be one made here. */
function isLocalPlace({ host }: Place, environment: Environment): boolean {
  const isPublished = environment.NODE_ENV === "production" || Boolean(environment.PRAKTIKA_SITE_URL);
  return /^(localhost|127\.[\d.]+|::1)$/.test(host) && !isPublished;
}

function localSettings({ port }: Place, environment: Environment): Settings {
  const own = ["localhost", "127.0.0.1", "[::1]"].map((name) => `http://${name}:${port}`);
  return readSettings({
    ...environment,
    PRAKTIKA_SECRET: environment.PRAKTIKA_SECRET || localSecret(stateFolder),
    PRAKTIKA_ORIGINS: [...own, environment.PRAKTIKA_ORIGINS ?? ""].join(" "),
  });
}

function say(event: object): void {
  log(`${JSON.stringify({ time: new Date().toISOString(), ...event })}\n`);
}

function log(line: string): void {
  process.stdout.write(line);
}
