import { readFileSync } from "node:fs";
import pc from "picocolors";
import { nearestName } from "../diagnostics/nearest.ts";
import { readArguments, UsageError } from "./arguments.ts";
import { runBuild } from "./commands/build.ts";
import { runServe } from "./commands/serve.ts";
import { formatHelp } from "./help.ts";
import { chooseLanguage, cliTextsOf, type Terminal } from "./terminal.ts";
import { type CommandName, commandNames } from "./texts/cli-texts.ts";

/** Exit codes (contract): 0 fine, 1 errors in the content, 2 wrong usage, 70 a fault of the program itself. */
const wrongUsage = 2;
const ownFault = 70;

/** Runs a command line. Returns the exit code. */
async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const language = chooseLanguage(optionValue(args, "--lang"), undefined, terminal);
  const texts = cliTextsOf(language);
  const [name, ...rest] = args;
  if (name === "--version" || name === "-v") {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    terminal.out(`${version}\n`);
    return 0;
  }
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    terminal.out(formatHelp(undefined, texts));
    return name === undefined ? wrongUsage : 0;
  }
  const command = commandNames.find((known) => known === name);
  try {
    if (!command) throw new UsageError(texts.unknownCommand(name, nearestName(name, commandNames)));
    const values = readArguments(command, rest, texts);
    if (values.help) {
      terminal.out(formatHelp(command, texts));
      return 0;
    }
    return await runCommand(command, values, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.error(`${error.message}\n`);
      return wrongUsage;
    }
    terminal.error(`${texts.fault(error instanceof Error ? error.message : String(error))}\n`);
    terminal.error(args.includes("--verbose") ? `${(error as Error).stack}\n` : `${texts.faultHint}\n`);
    return ownFault;
  }
}

function runCommand(
  command: CommandName,
  values: ReturnType<typeof readArguments>,
  terminal: Terminal,
): Promise<number> {
  switch (command) {
    case "build":
      return runBuild(values, terminal, true);
    case "check":
      return runBuild(values, terminal, false);
    case "serve":
      return runServe(values, terminal);
  }
}

function optionValue(args: readonly string[], option: string): string | undefined {
  const index = args.indexOf(option);
  return index < 0 ? args.find((arg) => arg.startsWith(`${option}=`))?.slice(option.length + 1) : args[index + 1];
}

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  colour: pc.isColorSupported && process.stdout.isTTY === true,
  environment: process.env,
});
