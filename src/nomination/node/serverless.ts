import { readAnswerMs } from "../deadlines.ts";
import { readDeployedSettings } from "../deployed-settings.ts";
import { SettingsError } from "../settings.ts";
import { type Fetch, startLazily } from "../start-lazily.ts";
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
    const databaseUrl = process.env.DATABASE_URL || process.env.NETLIFY_DATABASE_URL || "";
    const settings = readDeployedSettings({ ...process.env, DATABASE_URL: databaseUrl }, ["DATABASE_URL"]);
    if (!/^postgres(ql)?:\/\//.test(databaseUrl))
      throw new SettingsError("DATABASE_URL must begin with postgres://: a file would be lost with the instance");
    const store = await openStore(databaseUrl, settings);
    try {
      const { app } = await startEndpoint({ settings, store, siteFolder: undefined, log, peerAddress });
      return (request, bindings) => app.fetch(request, bindings as object);
    } catch (error) {
      await store.close();
      throw error;
    }
  };
  return startLazily(
    start,
    (line) => log(`${line}\n`),
    () => readAnswerMs(process.env),
  );
}
