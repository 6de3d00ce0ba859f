import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../src/core/protocol.ts";
import { type RunningServer, serveFolder } from "../../src/dev/serve-folder.ts";
import { isNominationPath } from "../../src/nomination/app.ts";
import { codeOf, ownCaptcha } from "../../src/nomination/captcha/own-captcha.ts";
import type { CaptchaContext } from "../../src/nomination/captcha/provider.ts";
import { createKeyRing } from "../../src/nomination/key-ring.ts";
import { nodePrimitives } from "../../src/nomination/node/node-primitives.ts";
import { openStore } from "../../src/nomination/node/open-store.ts";
import { type Endpoint, startEndpoint } from "../../src/nomination/node/start-endpoint.ts";
import { readSettings } from "../../src/nomination/settings.ts";
import { type Challenge, openToken } from "../../src/nomination/token.ts";

import { patient } from "../nomination/patient.ts";

const secret = "a secret of the tests, known to all";

/** A site with its endpoint, as `praktika serve` runs them. */
export interface Nominations extends RunningServer {
  /** The votes for a practice. */
  votes(practice: string): Promise<number>;
}

export interface EndpointOptions {
  /** Default: one that is free. */
  readonly port?: number;
  /** Of a site that lies elsewhere. */
  readonly siteUrl?: string;
  /** Votes of one network for one practice; default: more than any test casts. */
  readonly quota?: number;
  /** Votes of an office; default: more still. */
  readonly office?: number;
}

/**
 * Serves a built site and the nomination endpoint on one address. Votes are kept in the state folder: a second start on
 * the same port goes on where the first has ended.
 */
export async function serveNominations(
  siteFolder: string,
  stateFolder: string,
  { port = 0, siteUrl = "", quota = 1_000, office = 100_000 }: EndpointOptions = {},
): Promise<Nominations> {
  mkdirSync(stateFolder, { recursive: true });
  const store = await openStore(join(stateFolder, "votes.db"), { inThread: true });
  let endpoint: Endpoint | undefined;
  const server = await serveFolder(siteFolder, port, {
    createEndpoint: async () => {
      const settings = readSettings({
        PRAKTIKA_SECRET: secret,
        PRAKTIKA_SITE_URL: siteUrl,
        PRAKTIKA_QUOTA_PRACTICE: String(quota),
        PRAKTIKA_QUOTA_NETWORK: String(office),
        ...patient,
      });
      endpoint = await startEndpoint({ settings, store, siteFolder, log: () => undefined });
      const { app } = endpoint;
      return { owns: isNominationPath, fetch: (request, bindings) => app.fetch(request, bindings) };
    },
  });
  return {
    url: server.url,
    votes: async (practice) => (await store.counts([practice])).get(practice) ?? 0,
    async close() {
      await server.close();
      await endpoint?.close();
    },
  };
}

/** The code in the picture of a token, which only the endpoint can know. */
export async function readPicture(token: string): Promise<string> {
  const { challenge, context } = await openChallenge(token);
  return codeOf(challenge, context);
}

/** The sound that goes with a token. */
export async function speakToken(token: string, language: Language): Promise<Uint8Array | undefined> {
  const { challenge, context } = await openChallenge(token);
  return ownCaptcha.speech?.(challenge, language, context);
}

async function openChallenge(token: string): Promise<{ challenge: Challenge; context: CaptchaContext }> {
  const opened = await openToken(token, await createKeyRing([secret], nodePrimitives), nodePrimitives);
  if (opened.state === "invalid") throw new Error("not a token of this endpoint");
  return { challenge: opened.challenge, context: { keys: opened.keys, primitives: nodePrimitives } };
}
