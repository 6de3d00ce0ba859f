import { isLanguage, type Language, languages } from "../core/protocol.ts";
import { settings as texts } from "../locales/en/endpoint-settings.ts";
import type { EndpointSettingTexts } from "../locales/types/endpoint-settings.ts";
import { type HostedService, hostedServices } from "./captcha/hosted-services.ts";
import { defaultAnswerMs, defaultClientMs } from "./deadlines.ts";
import { type Environment, readList, readText } from "./environment.ts";
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

/** Whoever writes less has thought of seconds; nothing would ever be answered in time. */
const minMs = 100;

/** Unless the site says otherwise. */
const defaultShares: Shares = { household: 5, office: 60 };

const [defaultLanguage] = languages;

/** Environment → settings. Throws `SettingsError`. */
export function readSettings(environment: Environment): Settings {
  const problems: DescribeSetting[] = [];
  const number = (name: string, otherwise: number, least = 0): number => {
    const value = readText(environment, name);
    if (value === "") return otherwise;
    const isNumber = /^\d{1,6}$/.test(value);
    if (isNumber && Number(value) >= least) return Number(value);
    problems.push((t) => (isNumber ? t.atLeast(name, least) : t.wholeNumber(name)));
    return otherwise;
  };
  const settings: Settings = {
    secrets: readSecrets(environment, problems),
    ...readAddresses(environment, problems),
    language: readLanguage(environment, problems),
    hosted: readHosted(environment, problems),
    shares: readShares(number, problems),
    trustedProxies: readList(environment, "PRAKTIKA_TRUSTED_PROXIES"),
    metricsToken: readText(environment, "PRAKTIKA_METRICS_TOKEN") || undefined,
    answerMs: number("PRAKTIKA_ANSWER_MS", defaultAnswerMs, minMs),
    clientMs: number("PRAKTIKA_CLIENT_MS", defaultClientMs, minMs),
  };
  if (problems.length > 0) throw new SettingsError(...problems);
  return settings;
}

function readShares(number: (name: string, otherwise: number) => number, problems: DescribeSetting[]): Shares {
  const [practice, network] = ["PRAKTIKA_QUOTA_PRACTICE", "PRAKTIKA_QUOTA_NETWORK"] as const;
  const household = number(practice, defaultShares.household);
  const office = number(network, Math.max(household, defaultShares.office));
  // The price would rise to its highest at once: the two were mistaken for each other, or 0 for “no limit”.
  if (office < Math.max(household, 1)) problems.push((t) => t.atLeast(network, household === 0 ? 1 : practice));
  return { household, office };
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
    if (url && isPlain(url)) return url;
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

/**
 * Whether an address names one host and nothing else. The standard for URLs takes more for a host than anybody has:
 * `https://*.example.org`, and two addresses in one (`https://a.example,https://b.example` has the host `a.example,https`).
 */
function isPlain({ username, password, hostname, pathname }: URL): boolean {
  return `${username}${password}` === "" && /^(?:[\w.-]+|\[.+\])$/.test(hostname) && !/^\/\/+./.test(pathname);
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
