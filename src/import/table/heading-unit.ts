import { readCurrency } from "../../core/language/money.ts";

/** The currency that a heading names: „Бюджет (лв.)“, “Cost, EUR”, „Цена в хил. лв.“. */
export interface HeadingUnit {
  /** As the heading writes it, to be put behind a sum. */
  readonly unit: string;
  /** Sums are written out, not in thousands or millions. */
  readonly isWhole: boolean;
  /** The heading without it. */
  readonly name: string;
}

const ends: readonly RegExp[] = [
  /^(.*?)\s*[([]\s*(?:в\s+|in\s+)?([^()[\]]+?)\s*[)\]]$/iu,
  /^(.*?)\s*,\s*(?:в\s+|in\s+)?([^,]+)$/iu,
  /^(.*?)\s+(?:в|in)\s+(\S.*)$/iu,
  /^(.*?)\s+(\S+)$/u,
  /^()(\S+)$/u,
];

/** Reads it; undefined for a heading that names none. Codes are known in capital letters only: “all” is no currency. */
export function readHeadingUnit(heading: string): HeadingUnit | undefined {
  const plain = heading.replace(/[\s*:]+$/, "").trim();
  for (const pattern of ends) {
    const [, name = "", unit = ""] = pattern.exec(plain) ?? [];
    const sign = unit.split(/\s+/).at(-1) ?? "";
    if (unit === "" || !readCurrency(sign) || /^[a-z]{3}$/.test(sign)) continue;
    const isWhole = sign === unit && !/(?:хил|млн|thousand|million)/iu.test(plain);
    return { name, unit, isWhole };
  }
  return undefined;
}

/** A cell that is only a number, with the currency of its heading. @param isSum the value must be a sum, which no text can replace */
export function withHeadingUnit(cell: string, heading: string, isSum: boolean): string {
  if (!/^\d[\d\s\u00a0\u202f.,'’]*$/.test(cell)) return cell;
  const found = readHeadingUnit(heading);
  return found && (found.isWhole || !isSum) ? `${cell} ${found.unit}` : cell;
}
