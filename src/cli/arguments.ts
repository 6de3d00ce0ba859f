import { parseArgs } from "node:util";
import { nearestName } from "../diagnostics/nearest.ts";
import type { CliTexts, CommandName, OptionName } from "./texts/cli-texts.ts";

interface OptionShape {
  readonly value?: string;
  readonly allowed?: readonly string[];
  readonly number?: readonly [number, number];
}

/** Options by name; `value` is how its value is called in the help, flags have none. */
export const optionShapes: Readonly<Record<OptionName, OptionShape>> = {
  root: { value: "DIR" },
  content: { value: "DIR" },
  out: { value: "DIR" },
  profile: { value: "full|pages", allowed: ["full", "pages"] },
  links: { value: "pretty|files", allowed: ["pretty", "files"] },
  drafts: {},
  format: { value: "pretty|json|github", allowed: ["pretty", "json", "github"] },
  port: { value: "N", number: [0, 65_535] },
  lang: { value: "bg|en", allowed: ["bg", "en"] },
  "no-cache": {},
  jobs: { value: "N", number: [1, 64] },
  verbose: {},
  version: {},
  help: {},
};

/** Which options each command knows, beside those of all commands. */
export const commandOptions: Readonly<Record<CommandName, readonly OptionName[]>> = {
  build: ["root", "content", "out", "profile", "links", "drafts", "no-cache", "jobs", "format"],
  check: ["root", "content", "drafts", "format"],
  serve: ["root", "out", "port"],
};
export const commonOptions: readonly OptionName[] = ["lang", "verbose", "help"];

export type Values = Readonly<Partial<Record<OptionName, string | boolean>>>;

/** Wrong usage, in words for the person who typed it. */
export class UsageError extends Error {}

/** Reads the arguments of a command. Throws `UsageError`. */
export function readArguments(command: CommandName, args: readonly string[], texts: CliTexts): Values {
  const names = [...commandOptions[command], ...commonOptions];
  const options = Object.fromEntries(
    names.map((name) => [name, { type: optionShapes[name].value ? ("string" as const) : ("boolean" as const) }]),
  );
  const expanded = args.map((arg) => (arg === "-h" ? "--help" : arg));
  const { tokens } = parseArgs({ args: expanded, options, strict: false, tokens: true });
  const values: Partial<Record<OptionName, string | boolean>> = {};
  for (const token of tokens) {
    if (token.kind === "positional") throw new UsageError(texts.unexpectedArgument(token.value));
    if (token.kind !== "option") continue;
    const name = names.find((known) => known === token.name);
    if (!name) {
      const nearest = nearestName(token.name, names);
      throw new UsageError(texts.unknownOption(token.rawName, nearest && `--${nearest}`));
    }
    if (!optionShapes[name].value && token.value !== undefined)
      throw new UsageError(texts.unexpectedArgument(`--${name}=${token.value}`));
    values[name] = optionShapes[name].value ? checkValue(name, token.value, texts) : true;
  }
  return values;
}

function checkValue(name: OptionName, value: string | undefined, texts: CliTexts): string {
  const { allowed, number } = optionShapes[name];
  if (!value || value.startsWith("--")) throw new UsageError(texts.missingValue(`--${name}`));
  if (allowed && !allowed.includes(value))
    throw new UsageError(texts.invalidValue(`--${name}`, value, allowed.join(", ")));
  if (number && !(/^\d+$/.test(value) && Number(value) >= number[0] && Number(value) <= number[1])) {
    throw new UsageError(texts.invalidValue(`--${name}`, value, `${number[0]}–${number[1]}`));
  }
  return value;
}
