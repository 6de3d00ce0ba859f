import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type RunningServer, serveFolder } from "../../src/dev/serve-folder.ts";
import { isNominationPath } from "../../src/nomination/app.ts";
import { codeFromBytes } from "../../src/nomination/captcha/code.ts";
import { hex, utf8 } from "../../src/nomination/encoding.ts";
import { createKeyRing } from "../../src/nomination/key-ring.ts";
import { nodePrimitives } from "../../src/nomination/node/node-primitives.ts";
import { openStore } from "../../src/nomination/node/open-store.ts";
import { type Endpoint, startEndpoint } from "../../src/nomination/node/start-endpoint.ts";
import { readSettings } from "../../src/nomination/settings.ts";
import { openToken } from "../../src/nomination/token.ts";

const secret = "a secret of the tests, known to all";

/** A site with its endpoint, as `praktika serve` runs them. */
export interface Nominations extends RunningServer {
  /** The number of votes in the log, or those for one practice. */
  votes(practice?: string): Promise<number>;
}

/** What the endpoint is told beside its secret; empty as in `serve`. */
export interface EndpointEnvironment {
  readonly siteUrl?: string;
  readonly quota?: number;
}

/**
 * Serves a built site and the nomination endpoint on one address. Votes are kept in the state folder, so that a second
 * start on the same port goes on where the first has ended.
 */
export async function serveNominations(
  siteFolder: string,
  stateFolder: string,
  port = 0,
  { siteUrl = "", quota = 1_000 }: EndpointEnvironment = {},
): Promise<Nominations> {
  mkdirSync(stateFolder, { recursive: true });
  const store = await openStore(join(stateFolder, "votes.db"));
  let endpoint: Endpoint | undefined;
  const server = await serveFolder(siteFolder, port, async (url) => {
    const settings = readSettings({
      PRAKTIKA_SECRET: secret,
      PRAKTIKA_SITE_URL: siteUrl,
      PRAKTIKA_ORIGINS: new URL(url).origin,
      PRAKTIKA_QUOTA_PRACTICE: String(quota),
      PRAKTIKA_QUOTA_NETWORK: "100000",
    });
    endpoint = await startEndpoint({ settings, store, siteFolder, log: () => undefined });
    const { app } = endpoint;
    return { owns: isNominationPath, fetch: (request, bindings) => app.fetch(request, bindings) };
  });
  return {
    url: server.url,
    async votes(practice) {
      const counts = await store.counts(practice === undefined ? undefined : [practice]);
      return [...counts.values()].reduce((sum, count) => sum + count, 0);
    },
    async close() {
      await server.close();
      await endpoint?.close();
    },
  };
}

/** The code that the picture of a token shows, from the secret that only the endpoint knows. */
export async function codeOf(token: string): Promise<string> {
  const keys = await createKeyRing([secret], nodePrimitives);
  const opened = await openToken(token, keys, nodePrimitives);
  if (opened.state === "invalid") throw new Error("not a token of this endpoint");
  const { nonce } = opened.challenge;
  return codeFromBytes(await nodePrimitives.hmac(opened.keys.answer, utf8(`code ${hex(nonce)}`)));
}
