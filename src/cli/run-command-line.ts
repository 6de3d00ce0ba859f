import { readFileSync } from "node:fs";
import { nearestName } from "../core/diagnostics/nearest.ts";
import type { Language } from "../core/language/language.ts";
import { locales } from "../locales/locales.ts";
import { type CliTexts, type CommandName, commandNames } from "../locales/types/cli.ts";
import { type Arguments, commandOptions, readArguments, UsageError, type Values } from "./arguments.ts";
import { chooseLanguage } from "./choose-language.ts";
import { describeRefusal } from "./describe-refusal.ts";
import { Failure } from "./failure.ts";
import { findRoot } from "./find-root.ts";
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
    const given = placeInArchive(command, readArguments(command, group.length > 0 ? others.slice(1) : others, texts));
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
    const { missingFeature, installCommand } = await import("../site/optional-packages.ts");
    const feature = missingFeature(error);
    if (feature) {
      terminal.error(`${texts.notInstalled(texts.features[feature], installCommand(feature))}\n`);
      return wrongUsage;
    }
    terminal.error(`${texts.fault(error instanceof Error ? error.message : String(error))}\n`);
    terminal.error(args.includes("--verbose") ? `${(error as Error).stack}\n` : `${texts.faultHint}\n`);
    return ownFault;
  }
}

/** A command that is called in a folder of an archive is about that archive. */
function placeInArchive(command: CommandName, { values, positionals }: Arguments): Arguments {
  const isPlaced = values.root !== undefined || values.content !== undefined;
  if (isPlaced || !commandOptions[command].includes("root")) return { values, positionals };
  return { values: { ...values, root: findRoot(process.cwd()) }, positionals };
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
    case "init": {
      const { runInit } = await import("./commands/init.ts");
      return runInit(values, positionals, terminal);
    }
    case "build":
    case "check": {
      const { runBuild } = await import("./commands/build.ts");
      return runBuild(values, terminal, command === "build");
    }
    case "new": {
      const { runNew } = await import("./commands/new.ts");
      return runNew(values, positionals, terminal);
    }
    case "rename": {
      const { runRename } = await import("./commands/rename.ts");
      return runRename(values, positionals, terminal);
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
    case "doctor": {
      const { runDoctor } = await import("./commands/doctor.ts");
      return runDoctor(values, terminal);
    }
    case "publish": {
      const { runPublish } = await import("./commands/publish.ts");
      return runPublish(values, terminal);
    }
    case "templates list":
    case "templates copy":
    case "templates diff": {
      const { runTemplates } = await import("./commands/templates.ts");
      return runTemplates(command, { values, names: positionals }, terminal);
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
