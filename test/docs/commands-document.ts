import { commandOptions, commandPositionals, commonOptions, shapeOf } from "../../src/cli/arguments.ts";
import { languages } from "../../src/core/language/language.ts";
import { type CommandName, commandNames, type OptionName } from "../../src/locales/types/cli.ts";
import { madeFrom, markdownTable } from "./markdown-table.ts";
import { cliTexts, nameLanguage } from "./texts.ts";

const intro = `# Commands

${madeFrom("src/cli/arguments.ts and the texts of the command line")}

Every command is called as \`npx praktika <command> [options]\`. \`npx praktika <command> --help\` says the same in a terminal.

Exit codes: 0 fine, 1 errors in the content, 2 wrong usage, 70 a fault of the program.`;

/** docs/commands.md: every command with its options, as \`--help\` lists them, in each language. */
export function composeCommandsDocument(): string {
  const head = ["Option", "Values", ...languages.map(nameLanguage)];
  const common = [
    "## Options of all commands",
    markdownTable(
      head,
      commonOptions.map((name) => commonRow(name)),
    ),
  ];
  return `${[intro, ...common, ...commandNames.map((command) => commandSection(command, head))].join("\n\n")}\n`;
}

function commandSection(command: CommandName, head: readonly string[]): string {
  const usage = [`npx praktika ${command}`, commandPositionals[command]?.value ?? ""].filter(Boolean).join(" ");
  const said = languages.map((language) => `${nameLanguage(language)}: ${cliTexts(language).commands[command]}.`);
  const own = commonOptions.filter((name) => cliTexts("en").ownOptions[command]?.[name] !== undefined);
  const rows = [...commandOptions[command], ...own].map((name) => optionRow(command, name));
  return [`## ${command}`, `\`${usage} [options]\``, said.join("  \n"), markdownTable(head, rows)].join("\n\n");
}

function optionRow(command: CommandName, name: OptionName): readonly string[] {
  const { value = "", number } = shapeOf(command, name);
  const says = languages.map((language) => {
    const { options, ownOptions } = cliTexts(language);
    return ownOptions[command]?.[name] ?? options[name];
  });
  const range = number ? `, ${number[0]} to ${number[1]}` : "";
  return [`\`--${name}\``, value && `\`${value}\`${range}`, ...says];
}

function commonRow(name: OptionName): readonly string[] {
  const { value } = shapeOf("build", name);
  const says = languages.map((language) => cliTexts(language).options[name]);
  return [`\`--${name}\``, value ? `\`${value}\`` : "", ...says];
}
