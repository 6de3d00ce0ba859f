import { isLanguage, type Language, languages } from "../core/protocol.ts";
import { type HostedService, hostedServices } from "./captcha/hosted-captcha.ts";
import { defaultAnswerMs, defaultClientMs } from "./deadlines.ts";
import { minSecretLength } from "./key-ring.ts";
import type { Quota } from "./store.ts";

/** Settings of an endpoint, from the environment's variables. */
export interface Settings {
  /** The current secret first, then earlier ones whose tokens are still open. */
  readonly secrets: readonly string[];
  /** Without a slash at the end; "" if the endpoint serves the site itself. */
  readonly siteUrl: string;
  readonly origins: readonly string[];
  readonly quota: Quota;
  readonly language: Language;
  /** Networks of proxies whose `X-Forwarded-For` is believed, such as `10.0.0.0/8`. */
  readonly trustedProxies: readonly string[];
  readonly metricsToken: string | undefined;
  /** Milliseconds that the store and the site may take. */
  readonly answerMs: number;
  /** Milliseconds that a client may take to send the head of a request. */
  readonly clientMs: number;
  readonly hosted: { readonly service: HostedService; readonly siteKey: string; readonly secret: string } | undefined;
}

export type Environment = Readonly<Record<string, unknown>>;

/** All that is wrong with the settings at once; names variables, never their values. */
export class SettingsError extends Error {}

/** Quotas unless the site says otherwise: an office or school shares an address. */
const defaultQuota: Quota = { perPractice: 5, perNetwork: 40 };

const [defaultLanguage] = languages;

/** Environment → settings. Throws `SettingsError`. */
export function readSettings(environment: Environment): Settings {
  const problems: string[] = [];
  const text = (name: string): string => {
    const value = environment[name];
    return typeof value === "string" ? value.trim() : "";
  };
  const list = (name: string): string[] =>
    text(name)
      .split(/[\s,]+/)
      .filter(Boolean);
  const number = (name: string, otherwise: number): number => {
    const value = text(name);
    if (value === "") return otherwise;
    if (/^\d{1,6}$/.test(value)) return Number(value);
    problems.push(`${name} must be a whole number`);
    return otherwise;
  };

  const secrets = [text("PRAKTIKA_SECRET"), ...list("PRAKTIKA_SECRET_PREVIOUS")].filter(Boolean);
  if (text("PRAKTIKA_SECRET") === "") problems.push("PRAKTIKA_SECRET is missing");
  else if (secrets.some(({ length }) => length < minSecretLength))
    problems.push(`PRAKTIKA_SECRET and PRAKTIKA_SECRET_PREVIOUS need at least ${minSecretLength} characters each`);

  const siteUrl = text("PRAKTIKA_SITE_URL").replace(/\/+$/, "");
  if (siteUrl !== "" && !/^https?:\/\/[^\s/]+/.test(siteUrl))
    problems.push("PRAKTIKA_SITE_URL must begin with https://");
  const language = text("PRAKTIKA_LANGUAGE") || defaultLanguage;
  if (!isLanguage(language)) problems.push(`PRAKTIKA_LANGUAGE must be ${languages.join(" or ")}`);

  const captcha = text("PRAKTIKA_CAPTCHA") || "own";
  const service = hostedServices.find((known) => known === captcha);
  if (captcha !== "own" && !service) problems.push(`PRAKTIKA_CAPTCHA must be own, ${hostedServices.join(" or ")}`);
  const hosted = service && {
    service,
    siteKey: text("PRAKTIKA_CAPTCHA_SITE_KEY"),
    secret: text("PRAKTIKA_CAPTCHA_SECRET"),
  };
  if (hosted && (hosted.siteKey === "" || hosted.secret === ""))
    problems.push("PRAKTIKA_CAPTCHA_SITE_KEY and PRAKTIKA_CAPTCHA_SECRET are missing");

  const settings: Settings = {
    secrets,
    siteUrl,
    origins: [...(URL.canParse(siteUrl) ? [new URL(siteUrl).origin] : []), ...list("PRAKTIKA_ORIGINS")],
    quota: {
      perPractice: number("PRAKTIKA_QUOTA_PRACTICE", defaultQuota.perPractice),
      perNetwork: number("PRAKTIKA_QUOTA_NETWORK", defaultQuota.perNetwork),
    },
    language: isLanguage(language) ? language : defaultLanguage,
    trustedProxies: list("PRAKTIKA_TRUSTED_PROXIES"),
    metricsToken: text("PRAKTIKA_METRICS_TOKEN") || undefined,
    answerMs: number("PRAKTIKA_ANSWER_MS", defaultAnswerMs),
    clientMs: number("PRAKTIKA_CLIENT_MS", defaultClientMs),
    hosted,
  };
  if (problems.length > 0) throw new SettingsError(problems.join("; "));
  return settings;
}
