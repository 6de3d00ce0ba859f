import { parseOldDate } from "../../src/import/old-date.ts";
import { bareText, isFurniture, readLabel, saysNothing } from "../../src/import/old-labels.ts";
import { sectionKindOf } from "../../src/read/section-kind.ts";

/**
 * Words of a page that are not in what came of it: all but the old site's furniture, the names of sections and labels, values that say
 * nothing, the date and the count, which are written in another way, and addresses that robots may not see.
 *
 * @param page its lines as a reader sees them
 */
export function lostWords(page: string, result: string): readonly string[] {
  const left = new Map<string, number>();
  for (const word of wordsOf(result)) left.set(word, (left.get(word) ?? 0) + 1);
  const seen = new Set<string>();
  const valuesOfLabels = new Set(page.split("\n").map((line) => readLabel(line)?.value));
  return (
    page
      .split("\n")
      .map((line) =>
        line
          .replace(/[\u00a0\u2000-\u200a\u202f]/g, " ")
          .replace(/\u00ad|\u200b/g, "")
          .trim(),
      )
      .filter((line) => line !== "" && !isFurniture(line) && !isSectionName(line))
      // The organisation below the title and the innovator are often the same, and then one field.
      .filter((line) => !valuesOfLabels.has(line))
      .flatMap((line) => wordsOf(contentOf(line, seen).replace(/^n\s+(?=\p{Lu})/u, "")))
      .filter((word) => {
        const count = left.get(word) ?? 0;
        left.set(word, count - 1);
        return count <= 0;
      })
  );
}

const isSectionName = (line: string): boolean =>
  bareText(line).length <= 60 && sectionKindOf(bareText(line)) !== "other";

/** A label's value, for the first of its kind; a second one is text. */
function contentOf(line: string, seen: Set<string>): string {
  const label = readLabel(line);
  const isFirst = label !== undefined && label.value.length <= 200 && !seen.has(label.label);
  if (isFirst) seen.add(label.label);
  const value = isFirst ? label.value : line;
  if (saysNothing(value) || /email.protected/i.test(value)) return "";
  if (isFirst && label.label === "date" && parseOldDate(value)) return "";
  if (isFirst && label.label === "nominations" && /^\d+$/.test(value)) return "";
  return value;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
