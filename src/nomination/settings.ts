import { isLanguage, type Language, languages } from "../core/protocol.ts";
import { settings as texts } from "../locales/en/endpoint-settings.ts";
import type { EndpointSettingTexts } from "../locales/types/endpoint-settings.ts";
import { type HostedService, hostedServices } from "./captcha/hosted-services.ts";
import { defaultAnswerMs, defaultClientMs } from "./deadlines.ts";
import { minSecretLength } from "./key-ring.ts";
import type { Shares } from "./price.ts";

/** Settings of an endpoint, from the environment's variables. */
export interface Settings {
  /** The current secret first, then earlier ones whose tokens are still open. */
  readonly secrets: readonly string[];
  /** Without a slash at the end; "" if the endpoint serves the site itself. */
  readonly siteUrl: string;
  readonly origins: readonly string[];
  readonly shares: Shares;
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

/** What is wrong with a setting, in the words of a catalogue. */
export type DescribeSetting = (texts: EndpointSettingTexts) => string;

/** All that is wrong with the settings at once; names variables, never their values. The message is in English, for logs. */
export class SettingsError extends Error {
  readonly problems: readonly DescribeSetting[];

  constructor(...problems: readonly DescribeSetting[]) {
    super(describeSettings(problems, texts));
    this.problems = problems;
  }
}

export function describeSettings(problems: readonly DescribeSetting[], words: EndpointSettingTexts): string {
  return problems.map((describe) => describe(words)).join("; ");
}

/** Unless the site says otherwise. */
const defaultShares: Shares = { household: 5, office: 60 };

const [defaultLanguage] = languages;

/** Without the quotation marks that some files of settings (`docker --env-file`) leave around a value. */
export function unquote(text: string): string {
  return /^["'„“”](.*)["'“”]$/s.exec(text.trim())?.[1]?.trim() ?? text.trim();
}

/** A variable as text; "" if it is not set. */
export function readText(environment: Environment, name: string): string {
  const value = environment[name];
  return typeof value === "string" ? unquote(value) : "";
}

function readList(environment: Environment, name: string): string[] {
  return readText(environment, name)
    .split(/[\s,;]+/)
    .map(unquote)
    .filter(Boolean);
}

/** Environment → settings. Throws `SettingsError`. */
export function readSettings(environment: Environment): Settings {
  const problems: DescribeSetting[] = [];
  const number = (name: string, otherwise: number): number => {
    const value = readText(environment, name);
    if (value === "") return otherwise;
    if (/^\d{1,6}$/.test(value)) return Number(value);
    problems.push((t) => t.wholeNumber(name));
    return otherwise;
  };
  const settings: Settings = {
    secrets: readSecrets(environment, problems),
    ...readAddresses(environment, problems),
    language: readLanguage(environment, problems),
    hosted: readHosted(environment, problems),
    shares: {
      household: number("PRAKTIKA_QUOTA_PRACTICE", defaultShares.household),
      office: number("PRAKTIKA_QUOTA_NETWORK", defaultShares.office),
    },
    trustedProxies: readList(environment, "PRAKTIKA_TRUSTED_PROXIES"),
    metricsToken: readText(environment, "PRAKTIKA_METRICS_TOKEN") || undefined,
    answerMs: number("PRAKTIKA_ANSWER_MS", defaultAnswerMs),
    clientMs: number("PRAKTIKA_CLIENT_MS", defaultClientMs),
  };
  if (problems.length > 0) throw new SettingsError(...problems);
  return settings;
}

function readSecrets(environment: Environment, problems: DescribeSetting[]): readonly string[] {
  const [current, previous] = ["PRAKTIKA_SECRET", "PRAKTIKA_SECRET_PREVIOUS"] as const;
  const secrets = [readText(environment, current), ...readList(environment, previous)].filter(Boolean);
  if (readText(environment, current) === "") problems.push((t) => t.missing(current));
  else if (secrets.some(({ length }) => length < minSecretLength))
    problems.push((t) => t.short([current, previous], minSecretLength));
  return secrets;
}

/** The site and the origins whose pages may send ballots. Any address of a site gives its origin. */
function readAddresses(environment: Environment, problems: DescribeSetting[]): Pick<Settings, "siteUrl" | "origins"> {
  const parse = (name: string, written: string): URL | undefined => {
    const url = /^https?:\/\//i.test(written) && URL.canParse(written) ? new URL(written) : undefined;
    if (url && url.username === "" && url.password === "") return url;
    problems.push((t) => t.webAddress(name));
    return undefined;
  };
  const written = readText(environment, "PRAKTIKA_SITE_URL");
  const site = written === "" ? undefined : parse("PRAKTIKA_SITE_URL", written);
  const others = readList(environment, "PRAKTIKA_ORIGINS").map((origin) => parse("PRAKTIKA_ORIGINS", origin));
  const origins = [site, ...others].flatMap((url) => (url ? [url.origin] : []));
  return {
    siteUrl: site ? `${site.origin}${site.pathname.replace(/(\/index\.html)?\/*$/, "")}` : "",
    origins: [...new Set(origins)],
  };
}

function readLanguage(environment: Environment, problems: DescribeSetting[]): Language {
  const language = readText(environment, "PRAKTIKA_LANGUAGE").toLowerCase() || defaultLanguage;
  if (isLanguage(language)) return language;
  problems.push((t) => t.choice("PRAKTIKA_LANGUAGE", languages));
  return defaultLanguage;
}

function readHosted(environment: Environment, problems: DescribeSetting[]): Settings["hosted"] {
  const captcha = readText(environment, "PRAKTIKA_CAPTCHA") || "own";
  if (captcha === "own") return undefined;
  const service = hostedServices.find((known) => known === captcha);
  if (!service) {
    problems.push((t) => t.choice("PRAKTIKA_CAPTCHA", ["own", ...hostedServices]));
    return undefined;
  }
  const key = (name: string): string => {
    const value = readText(environment, name);
    if (value === "") problems.push((t) => t.missing(name));
    return value;
  };
  return { service, siteKey: key("PRAKTIKA_CAPTCHA_SITE_KEY"), secret: key("PRAKTIKA_CAPTCHA_SECRET") };
}
