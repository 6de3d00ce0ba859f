import { languages } from "../../src/core/language/language.ts";
import { listTexts } from "../../src/locales/own-texts.ts";
import { usualTexts } from "../../src/locales/texts-of.ts";
import { madeFrom, markdownTable } from "./markdown-table.ts";
import { nameLanguage } from "./texts.ts";

const intro = `# Texts of the interface

${madeFrom("the texts of the site in src/locales/")}

\`texts:\` in \`content/site.yaml\` replaces any of these texts by its key, on the pages, in their scripts and on paper:

\`\`\`yaml
texts:
  practicesTitle: {bg: Случаи, en: Case studies}
  practices:
    bg: {one: "{1} случай", other: "{1} случая"}
    en: {one: "{1} case study", other: "{1} case studies"}
\`\`\`

What a text is given stands in it as {1}, {2} and so on. If {1} is a number, the text may say \`one\` and \`other\`. A site in one language writes the
text alone: \`practicesTitle: Case studies\`. Addresses stay as they are: they are a contract.`;

/** docs/texts.md: every text that a site may replace, as the program says it. */
export function composeTextsDocument(): string {
  const [first, ...others] = languages.map((language) => listTexts(usualTexts[language]));
  const rows = (first ?? []).map(({ key, text }) => [
    `\`${key}\``,
    ...[text, ...others.map((texts) => texts.find((other) => other.key === key)?.text ?? "")].map((said) =>
      said.replace(/\s*\n\s*/g, " "),
    ),
  ]);
  return `${intro}\n\n${markdownTable(["Key", ...languages.map(nameLanguage)], rows)}\n`;
}
