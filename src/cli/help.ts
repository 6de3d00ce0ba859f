import { type CliTexts, type CommandName, commandNames } from "../locales/types/cli.ts";
import { commandOptions, commandPositionals, commonOptions, shapeOf } from "./arguments.ts";

/** The help of a command, or of the program. */
export function formatHelp(command: CommandName | undefined, texts: CliTexts): string {
  if (!command) return formatCommands(commandNames, texts);
  const options = [...commandOptions[command], ...commonOptions].map((name) => {
    const { value } = shapeOf(command, name);
    return [`--${name}${value ? ` ${value}` : ""}`, texts.ownOptions[command]?.[name] ?? texts.options[name]] as const;
  });
  const positional = commandPositionals[command]?.value;
  const name = positional ? `${command} ${positional}` : command;
  return `praktika ${name} – ${texts.commands[command]}\n\n${texts.optionsTitle}:\n${table(options)}\n`;
}

/** A list of commands: all, or those of a group such as `votes`. */
export function formatCommands(commands: readonly CommandName[], texts: CliTexts): string {
  const lines = commands.map((name) => [name, texts.commands[name]] as const);
  return `${texts.usage}\n\n${texts.commandsTitle}:\n${table(lines)}\n\n${texts.moreHelp}\n`;
}

function table(lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([left]) => left.length));
  return lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join("\n");
}
