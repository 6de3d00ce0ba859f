import { readFileSync } from "node:fs";
import { nearestName } from "../core/diagnostics/nearest.ts";
import { refusalKindOf } from "../core/diagnostics/refusal.ts";
import type { Language } from "../core/language/language.ts";
import { locales } from "../locales/locales.ts";
import { type CliTexts, type CommandName, commandNames } from "../locales/types/cli.ts";
import { type Arguments, readArguments, UsageError, type Values } from "./arguments.ts";
import { chooseLanguage } from "./choose-language.ts";
import { Failure } from "./failure.ts";
import { formatCommands, formatHelp } from "./help.ts";
import type { Terminal } from "./terminal.ts";

/** Exit codes (contract): 0 fine, 1 errors in the content, 2 wrong usage, 70 a fault of the program itself. */
const failed = 1;
const wrongUsage = 2;
const ownFault = 70;

/** Runs a command line in this process, which it knows by `terminal` alone. Returns the exit code. */
export async function runCommandLine(args: readonly string[], terminal: Omit<Terminal, "locale">): Promise<number> {
  // Until the arguments are understood, nobody knows the site.
  let locale = locales[chooseLanguage(optionValue(args, "--lang"), undefined, terminal)];
  const { cli: texts } = locale;
  const [name, ...others] = args;
  if (name === "--version" || name === "-v") {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    terminal.out(`${version}\n`);
    return 0;
  }
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    terminal.out(formatHelp(undefined, texts));
    return name === undefined ? wrongUsage : 0;
  }
  try {
    const group = commandNames.filter((known) => known.startsWith(`${name} `));
    if (group.length > 0 && (others[0] === undefined || others[0].startsWith("-"))) {
      const asked = others.includes("--help") || others.includes("-h");
      terminal.out(formatCommands(group, texts));
      return asked ? 0 : wrongUsage;
    }
    const command = findCommand(group.length > 0 ? `${name} ${others[0]}` : name, texts);
    const given = readArguments(command, group.length > 0 ? others.slice(1) : others, texts);
    if (given.values.help) {
      terminal.out(formatHelp(command, texts));
      return 0;
    }
    locale = locales[chooseLanguage(given.values.lang, await readEditorLanguage(given.values), terminal)];
    return await runCommand(command, given, { ...terminal, locale });
  } catch (error) {
    if (error instanceof Failure) {
      terminal.error(`${error.message}\n`);
      return failed;
    }
    if (error instanceof UsageError) {
      terminal.error(`${error.message}\n`);
      return wrongUsage;
    }
    const refusal = describeRefusal(error, locale);
    if (refusal) {
      terminal.error(`${refusal}\n`);
      return failed;
    }
    terminal.error(`${texts.fault(error instanceof Error ? error.message : String(error))}\n`);
    terminal.error(args.includes("--verbose") ? `${(error as Error).stack}\n` : `${texts.faultHint}\n`);
    return ownFault;
  }
}

/** What the machine refuses is no fault of the program: the sentence says where, why and what to do. */
function describeRefusal(error: unknown, { cli, refusals }: Terminal["locale"]): string | undefined {
  const { code = "", path = "", message } = error as NodeJS.ErrnoException;
  const kind = refusalKindOf(code);
  if (!kind) return undefined;
  const { reason, remedy } = refusals[kind](code);
  return cli.refused(path || message, reason, remedy);
}

/** The language of the editors of the site that the command is about. */
async function readEditorLanguage({ root, content }: Values): Promise<Language | undefined> {
  const [{ readEditorLanguage: read }, { resolveFolders }] = await Promise.all([
    import("../site/editor-language.ts"),
    import("../site/folders.ts"),
  ]);
  return read(resolveFolders(String(root ?? "."), { content: typeof content === "string" ? content : undefined }));
}

function findCommand(name: string, texts: CliTexts): CommandName {
  const command = commandNames.find((known) => known === name);
  if (command) return command;
  const groups = commandNames.flatMap((known) => known.split(" ").slice(0, -1));
  throw new UsageError(texts.unknownCommand(name, nearestName(name, [...commandNames, ...groups])));
}

/** Each command is loaded when it is asked for: a build has no need of the endpoint. */
async function runCommand(
  command: CommandName,
  { values, positionals }: Arguments,
  terminal: Terminal,
): Promise<number> {
  switch (command) {
    case "build":
    case "check": {
      const { runBuild } = await import("./commands/build.ts");
      return runBuild(values, terminal, command === "build");
    }
    case "new": {
      const { runNew } = await import("./commands/new.ts");
      return runNew(values, positionals, terminal);
    }
    case "import": {
      const { runImport } = await import("./commands/import.ts");
      return runImport(values, positionals, terminal);
    }
    case "schema": {
      const { runSchema } = await import("./commands/schema.ts");
      return runSchema(values, terminal);
    }
    case "dev": {
      const { runDev } = await import("./commands/dev.ts");
      return runDev(values, terminal);
    }
    case "serve": {
      const { runServe } = await import("./commands/serve.ts");
      return runServe(values, terminal);
    }
    case "pdf": {
      const { runPdf } = await import("./commands/pdf.ts");
      return runPdf(values, positionals, terminal);
    }
    case "votes tally":
    case "votes verify":
    case "votes export":
    case "votes revoke":
    case "votes import":
    case "votes move":
    case "votes restore":
    case "votes doctor":
    case "votes audit": {
      const { runVotes } = await import("./commands/votes.ts");
      return runVotes(command, { values, positionals }, terminal);
    }
  }
}

function optionValue(args: readonly string[], option: string): string | undefined {
  const index = args.indexOf(option);
  return index < 0 ? args.find((arg) => arg.startsWith(`${option}=`))?.slice(option.length + 1) : args[index + 1];
}
