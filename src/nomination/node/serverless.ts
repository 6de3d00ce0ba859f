import { readAnswerMs } from "../deadlines.ts";
import { readDeployedSettings } from "../deployed-settings.ts";
import { readText } from "../environment.ts";
import { SettingsError } from "../settings.ts";
import { type Fetch, startLazily } from "../start-lazily.ts";
import { readDatabaseAddress } from "./database-address.ts";
import { openStore } from "./open-store.ts";
import { startEndpoint } from "./start-endpoint.ts";
import type { ReadAddress } from "./trusted-proxies.ts";

/**
 * The endpoint on a platform that runs Node for a while and keeps no disk: PostgreSQL, settings from the environment's
 * variables, log lines on the standard output. Starts with the first request that an instance gets.
 */
export function createServerlessEndpoint<Bindings>(peerAddress: ReadAddress): Fetch<Bindings> {
  const log = (line: string) => process.stdout.write(line);
  const start = async (): Promise<Fetch<Bindings>> => {
    // Netlify's own database calls its address by another name.
    const databaseUrl = readText(process.env, "DATABASE_URL") || readText(process.env, "NETLIFY_DATABASE_URL");
    const settings = readDeployedSettings({ ...process.env, DATABASE_URL: databaseUrl }, ["DATABASE_URL"]);
    if (readDatabaseAddress(databaseUrl).kind !== "postgres")
      throw new SettingsError((texts) => texts.lostFile("DATABASE_URL"));
    const store = await openStore(databaseUrl, settings);
    const { app } = await startEndpoint({ settings, store, siteFolder: undefined, log, peerAddress });
    return (request, bindings) => app.fetch(request, bindings as object);
  };
  return startLazily(
    start,
    (line) => log(`${line}\n`),
    () => readAnswerMs(process.env),
  );
}
