import { parseArgs } from "node:util";
import { nearestName } from "../core/diagnostics/nearest.ts";
import { languages } from "../core/language/language.ts";
import type { CliTexts, CommandName, OptionName } from "../locales/types/cli.ts";
import { hosts } from "../locales/types/init.ts";

interface OptionShape {
  readonly value?: string;
  readonly allowed?: readonly string[];
  readonly number?: readonly [number, number];
}

/** What a command expects beside its options. */
interface PositionalShape {
  /** How it is called in the help. */
  readonly value: string;
  readonly min: number;
  readonly max: number;
}

/** Options by name; `value` is how its value is called in the help, flags have none. */
const optionShapes: Readonly<Record<OptionName, OptionShape>> = {
  root: { value: "DIR" },
  content: { value: "DIR" },
  out: { value: "DIR" },
  profile: { value: "full|pages", allowed: ["full", "pages"] },
  links: { value: "pretty|files", allowed: ["pretty", "files"] },
  tally: { value: "FILE|URL" },
  drafts: {},
  bundle: {},
  format: { value: "pretty|json|github", allowed: ["pretty", "json", "github"] },
  port: { value: "N", number: [0, 65_535] },
  innovator: { value: "NAME" },
  municipality: { value: "NAME,…" },
  themes: { value: "ID,…" },
  date: { value: "YYYY-MM-DD" },
  "project-url": { value: "URL" },
  translate: { value: "ID" },
  map: { value: "FILE" },
  update: {},
  split: {},
  "dry-run": {},
  fix: {},
  report: {},
  only: { value: "CODE,…" },
  staged: {},
  baseline: { value: "FILE" },
  online: {},
  host: { value: "ADDRESS" },
  open: {},
  lang: { value: languages.join("|"), allowed: languages },
  all: {},
  issue: { value: "ID" },
  select: { value: "QUERY" },
  title: { value: "TEXT" },
  overview: {},
  impose: { value: "booklet", allowed: ["booklet"] },
  paper: { value: "a4|letter", allowed: ["a4", "letter"] },
  print: {},
  "no-cache": {},
  explain: {},
  stats: {},
  jobs: { value: "N", number: [1, 64] },
  receipt: { value: "RECEIPT" },
  against: { value: "FILE|URL" },
  log: { value: "FILE|URL" },
  sequence: { value: "N", number: [1, 999_999_999] },
  practice: { value: "ID" },
  day: { value: "YYYY-MM-DD" },
  last: { value: "N", number: [1, 999_999_999] },
  poll: {},
  yes: {},
  list: {},
  copy: { value: "FOLDER" },
  done: {},
  name: { value: "NAME" },
  languages: { value: languages.join(",") },
  url: { value: "URL" },
  publisher: { value: "NAME" },
  nominations: { value: "yes|none", allowed: ["yes", "none"] },
  "no-nominations": {},
  to: { value: "DATABASE_URL" },
  verbose: {},
  version: {},
  help: {},
};

/** Which options each command knows, beside those of all commands. */
export const commandOptions: Readonly<Record<CommandName, readonly OptionName[]>> = {
  init: ["name", "languages", "url", "publisher", "host", "nominations", "no-nominations", "yes"],
  build: [
    "root",
    "content",
    "out",
    "profile",
    "links",
    "tally",
    "drafts",
    "bundle",
    "no-cache",
    "explain",
    "stats",
    "jobs",
    "format",
  ],
  check: [
    "root",
    "content",
    "drafts",
    "only",
    "staged",
    "baseline",
    "fix",
    "dry-run",
    "report",
    "online",
    "print",
    "paper",
    "format",
  ],
  new: ["root", "content", "innovator", "municipality", "themes", "date", "project-url", "translate", "dry-run"],
  rename: ["root", "content", "dry-run"],
  import: ["root", "content", "map", "update", "split", "dry-run", "format"],
  schema: ["root", "content"],
  dev: ["root", "content", "port", "host", "open", "poll"],
  serve: ["root", "out", "port"],
  pdf: ["all", "issue", "select", "title", "overview", "impose", "paper", "tally", "out", "root", "content", "jobs"],
  doctor: ["root", "content"],
  publish: ["root", "out", "list", "format", "copy", "done"],
  "templates list": ["root"],
  "templates copy": ["root"],
  "templates diff": ["root"],
  "votes tally": ["root", "format"],
  "votes verify": ["root", "receipt", "against", "log"],
  "votes export": ["root", "format", "out"],
  "votes revoke": ["root", "receipt", "sequence", "practice", "day", "last", "yes"],
  "votes import": ["root", "content"],
  "votes move": ["root", "to"],
  "votes restore": ["root"],
  "votes doctor": ["root"],
  "votes audit": ["root", "out"],
};

/** Options that take other values in some commands than elsewhere. */
const ownShapes: Readonly<Partial<Record<CommandName, Readonly<Partial<Record<OptionName, OptionShape>>>>>> = {
  init: { host: { value: hosts.join("|"), allowed: hosts } },
  pdf: { paper: { value: "a4|letter|a5", allowed: ["a4", "letter", "a5"] } },
  publish: { format: { value: "plain|rsync|lftp", allowed: ["plain", "rsync", "lftp"] } },
  "votes tally": { format: { value: "pretty|json", allowed: ["pretty", "json"] } },
  "votes export": { format: { value: "jsonl|csv", allowed: ["jsonl", "csv"] }, out: { value: "FILE" } },
  "votes audit": { out: { value: "FILE.html" } },
};

export function shapeOf(command: CommandName, name: OptionName): OptionShape {
  return ownShapes[command]?.[name] ?? optionShapes[name];
}

export const commandPositionals: Readonly<Partial<Record<CommandName, PositionalShape>>> = {
  init: { value: "[FOLDER]", min: 0, max: 1 },
  import: { value: "PATH…", min: 1, max: Number.POSITIVE_INFINITY },
  new: { value: '["TITLE"]', min: 0, max: 1 },
  rename: { value: "ID NEW-ID", min: 2, max: 2 },
  pdf: { value: "[ID…]", min: 0, max: Number.POSITIVE_INFINITY },
  "templates copy": { value: "NAME…", min: 1, max: Number.POSITIVE_INFINITY },
  "templates diff": { value: "[NAME…]", min: 0, max: Number.POSITIVE_INFINITY },
  "votes import": { value: "FILE", min: 1, max: 1 },
  "votes restore": { value: "FILE|URL", min: 1, max: 1 },
  "votes doctor": { value: "URL", min: 1, max: 1 },
};

export const commonOptions: readonly OptionName[] = ["lang", "verbose", "help"];

export type Values = Readonly<Partial<Record<OptionName, string | boolean>>>;

export interface Arguments {
  readonly values: Values;
  readonly positionals: readonly string[];
}

/** Wrong usage, in words for the person who typed it. */
export class UsageError extends Error {}

/** Reads the arguments of a command. Throws `UsageError`. */
export function readArguments(command: CommandName, args: readonly string[], texts: CliTexts): Arguments {
  const names = [...commandOptions[command], ...commonOptions];
  const takesValue = (name: OptionName): boolean => shapeOf(command, name).value !== undefined;
  const options = Object.fromEntries(
    names.map((name) => [name, { type: takesValue(name) ? ("string" as const) : ("boolean" as const) }]),
  );
  const expanded = args.map((arg) => (arg === "-h" ? "--help" : arg));
  const { tokens } = parseArgs({ args: expanded, options, strict: false, tokens: true });
  const values: Partial<Record<OptionName, string | boolean>> = {};
  const positionals: string[] = [];
  const { value: expected = "", min = 0, max = 0 } = commandPositionals[command] ?? {};
  for (const token of tokens) {
    if (token.kind === "positional") {
      if (positionals.length === max) throw new UsageError(texts.unexpectedArgument(token.value));
      positionals.push(token.value);
    }
    if (token.kind !== "option") continue;
    const name = names.find((known) => known === token.name);
    if (!name) {
      const nearest = nearestName(token.name, names);
      throw new UsageError(texts.unknownOption(token.rawName, nearest && `--${nearest}`));
    }
    if (!takesValue(name) && token.value !== undefined)
      throw new UsageError(texts.unexpectedArgument(`--${name}=${token.value}`));
    // `--receipt=--x` is a value that happens to look like an option; `--receipt --x` is one without a value.
    const value = token.inlineValue || !token.value?.startsWith("--") ? token.value : undefined;
    values[name] = takesValue(name) ? checkValue({ ...shapeOf(command, name), name, value }, texts) : true;
  }
  if (positionals.length < min && !values.help) throw new UsageError(texts.missingArgument(expected));
  return { values, positionals };
}

interface GivenOption extends Pick<OptionShape, "allowed" | "number"> {
  readonly name: OptionName;
  readonly value: string | undefined;
}

function checkValue({ name, value, allowed, number }: GivenOption, texts: CliTexts): string {
  if (!value) throw new UsageError(texts.missingValue(`--${name}`));
  if (allowed && !allowed.includes(value))
    throw new UsageError(texts.invalidValue(`--${name}`, value, allowed.join(", ")));
  if (number && !(/^\d+$/.test(value) && Number(value) >= number[0] && Number(value) <= number[1])) {
    throw new UsageError(texts.invalidValue(`--${name}`, value, `${number[0]}–${number[1]}`));
  }
  return value;
}
