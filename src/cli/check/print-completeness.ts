import { localize } from "../../core/language/language.ts";
import { areUsual } from "../../locales/sections-of.ts";
import { practiceTextsOf } from "../../locales/texts-of.ts";
import { listWantedParts, measureCompleteness, type WantedPart } from "../../review/completeness.ts";
import type { ReviewedSite } from "../../site/build.ts";
import type { Terminal } from "../terminal.ts";

/** Prints the missing parts of each practice, the least complete first, and how often each part is missing. */
export function printCompleteness({ archive, bodyOf }: ReviewedSite, format: unknown, terminal: Terminal): void {
  const { cli, language } = terminal.locale;
  const { completeness: texts } = cli;
  const fieldTexts = practiceTextsOf(language, archive.fields);
  const parts = listWantedParts(archive);
  const all = measureCompleteness(archive, bodyOf, parts);
  if (format === "json") {
    const practices = all.map(({ entry: { item }, missing }) => ({
      file: item.file,
      id: item.id,
      language: item.language,
      missing: missing.map(({ name }) => name),
    }));
    terminal.out(`${JSON.stringify({ practices }, undefined, 2)}\n`);
    return;
  }
  const nameOf = ({ name, field, section }: WantedPart): string => {
    if (field) return fieldTexts[name]?.wanted ?? name;
    if (name === "translation") return texts.parts.translation;
    if (areUsual(name, archive.site)) return texts.parts[name];
    return localize(section?.heading, language) || name;
  };
  for (const { entry, missing } of all) {
    if (missing.length === 0) continue;
    const done = parts.length - missing.length;
    terminal.out(
      `${String(done).padStart(3)}/${parts.length}  ${entry.item.file}\n        ${missing.map(nameOf).join(", ")}\n`,
    );
  }
  const whole = all.filter(({ missing }) => missing.length === 0).length;
  terminal.out(`\n${texts.summary(whole, all.length)}\n`);
  for (const part of parts) {
    const lacking = all.filter(({ missing }) => missing.includes(part)).length;
    if (lacking > 0) terminal.out(`${String(lacking).padStart(6)}  ${nameOf(part)}\n`);
  }
}
