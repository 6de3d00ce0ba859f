import { type Language, localize } from "../../core/language/language.ts";
import { inEuro, type Money, nameCurrency } from "../../core/language/money.ts";
import type { Field, ValueType } from "../../core/model/fields/field.ts";

/** A value that can be compared with that of another practice. */
export interface Figure {
  readonly value: number;
  /** As readers see it: `€`, `people`; "" where it has none. */
  readonly unit: string;
}

/** The fields whose values are figures: sums, numbers, counts. */
export function figureFields(fields: readonly Field[]): readonly Field[] {
  return fields.filter(({ kind, place, ownMarkup }) => isFigure(kind) && place !== undefined && !ownMarkup);
}

function isFigure(kind: ValueType["kind"]): boolean {
  return kind === "money" || kind === "quantity" || kind === "count";
}

/** What a value is as a figure, sums in euro; null where it is none. */
export function figureOf(type: ValueType, value: unknown, language: Language): Figure | null {
  if (value === undefined || !isFigure(type.kind)) return null;
  if (type.kind === "money") {
    const { amount, currency } = inEuro(value as Money);
    return { value: amount, unit: nameCurrency(currency, language) };
  }
  return { value: value as number, unit: type.kind === "quantity" ? localize(type.unit, language) : "" };
}
