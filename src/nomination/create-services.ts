import type { HostedKeys } from "./captcha/hosted-services.ts";
import { ownCaptcha } from "./captcha/own-captcha.ts";
import type { CaptchaProvider } from "./captcha/provider.ts";
import { createKeyRing } from "./key-ring.ts";
import { createNominees, type ReadSiteFile } from "./nominees.ts";
import type { Primitives } from "./primitives.ts";
import type { Services } from "./services.ts";
import type { Settings } from "./settings.ts";

/** The parts of the services that differ between machines. */
export interface Machine
  extends Pick<
    Services,
    "store" | "record" | "clientAddress" | "requestOrigin" | "observe" | "watchNetwork" | "metrics"
  > {
  readonly primitives: Primitives;
  readonly readSiteFile: ReadSiteFile;
  /** For how long what was read of the site is used, in milliseconds. */
  readonly keepMs?: number;
}

/** Settings and a machine → services. */
export async function createServices(settings: Settings, machine: Machine): Promise<Services> {
  const { hosted } = settings;
  const { primitives, readSiteFile, keepMs, ...rest } = machine;
  return {
    ...rest,
    primitives,
    keys: await createKeyRing(settings.secrets, primitives),
    nominees: createNominees(readSiteFile, primitives.now, keepMs),
    captcha: hosted ? await loadHostedCaptcha(hosted) : ownCaptcha,
    shares: settings.shares,
    origins: settings.origins,
    siteUrl: settings.siteUrl,
    defaultLanguage: settings.language,
    answerMs: settings.answerMs,
  };
}

/** Few ask for it, and the worker is to stay small. */
async function loadHostedCaptcha(keys: HostedKeys): Promise<CaptchaProvider> {
  const { createHostedCaptcha } = await import("./captcha/hosted-captcha.ts");
  return createHostedCaptcha(keys, fetch);
}

/** Reads the files of a published site, in less time than the endpoint has for its answer. */
export function readPublishedSite({ siteUrl, answerMs }: Settings, request: typeof fetch): ReadSiteFile {
  return async (name) => {
    const reply = await request(`${siteUrl}/${name}`, { signal: AbortSignal.timeout(Math.round(answerMs * 0.8)) });
    if (reply.status === 404 || reply.status === 410) return undefined;
    if (!reply.ok) throw new Error(`${name}: ${reply.status}`);
    return reply.json();
  };
}
