import { type WantedPart, wantedParts } from "../../core/model/wanted-parts.ts";
import { measureCompleteness } from "../../review/completeness.ts";
import type { ReviewedSite } from "../../site/build.ts";
import type { Terminal } from "../terminal.ts";

/** What each practice lacks, the least complete first, and how many lack what. */
export function printCompleteness({ archive, bodyOf }: ReviewedSite, format: unknown, terminal: Terminal): void {
  const { completeness: texts } = terminal.locale.cli;
  const all = measureCompleteness(archive, bodyOf);
  if (format === "json") {
    const practices = all.map(({ entry: { item }, missing }) => ({
      file: item.file,
      id: item.id,
      language: item.language,
      missing,
    }));
    terminal.out(`${JSON.stringify({ practices }, undefined, 2)}\n`);
    return;
  }
  const name = (part: WantedPart): string => texts.parts[part];
  for (const { entry, missing } of all) {
    if (missing.length === 0) continue;
    const done = wantedParts.length - missing.length;
    terminal.out(
      `${String(done).padStart(3)}/${wantedParts.length}  ${entry.item.file}\n        ${missing.map(name).join(", ")}\n`,
    );
  }
  const whole = all.filter(({ missing }) => missing.length === 0).length;
  terminal.out(`\n${texts.summary(whole, all.length)}\n`);
  for (const part of wantedParts) {
    const lacking = all.filter(({ missing }) => missing.includes(part)).length;
    if (lacking > 0) terminal.out(`${String(lacking).padStart(6)}  ${name(part)}\n`);
  }
}
