import { commandOptions, commonOptions, optionShapes } from "./arguments.ts";
import { type CliTexts, type CommandName, commandNames } from "./texts/cli-texts.ts";

/** The help of a command, or of the program. */
export function formatHelp(command: CommandName | undefined, texts: CliTexts): string {
  if (!command) {
    const lines = commandNames.map((name) => [name, texts.commands[name]] as const);
    return `${texts.usage}\n\n${texts.commandsTitle}:\n${table(lines)}\n\n${texts.moreHelp}\n`;
  }
  const options = [...commandOptions[command], ...commonOptions].map((name) => {
    const { value } = optionShapes[name];
    return [`--${name}${value ? ` ${value}` : ""}`, texts.options[name]] as const;
  });
  return `praktika ${command} – ${texts.commands[command]}\n\n${texts.optionsTitle}:\n${table(options)}\n`;
}

function table(lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([left]) => left.length));
  return lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join("\n");
}
