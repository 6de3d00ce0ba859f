import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { amountIn, type Money } from "../core/language/money.ts";
import { readField } from "../core/model/fields/complete-record.ts";
import type { Field } from "../core/model/fields/field.ts";
import type { Practice } from "../core/model/practice.ts";

/** What rounding explains, as a part of the total, and at least in its currency. */
const rounding = { part: 0.005, least: 1 };

/**
 * Sums that are made up of others (`parts` in fields.yaml) are what these make. Levs and euros are counted at the fixed rate; sums in other
 * currencies, or of the prices of different years, cannot be added.
 *
 * Finding: front-matter/sum-differs.
 */
export function checkSums(table: readonly Field[], practice: Practice): readonly Finding[] {
  return table.flatMap((field) => {
    const total = readField(practice, field) as Money | undefined;
    const parts = table
      .filter(({ name }) => field.parts?.includes(name))
      .map((part) => ({ name: part.name, money: readField(practice, part) as Money | undefined }));
    const stated = parts.flatMap(({ name, money }) => (money ? [{ name, money }] : []));
    if (total === undefined || stated.length === 0) return [];
    const years = new Set([total, ...stated.map(({ money }) => money)].flatMap(({ year }) => year ?? []));
    const amounts = stated.map(({ money }) => amountIn(total.currency, money));
    if (years.size > 1 || amounts.includes(undefined)) return [];
    const sum = amounts.reduce((all: number, amount) => all + (amount ?? 0), 0);
    const excess = sum - total.amount;
    const tolerance = Math.max(rounding.least, total.amount * rounding.part);
    // A part that is not stated may be what is missing.
    const isWrong = stated.length === parts.length ? Math.abs(excess) > tolerance : excess > tolerance;
    if (!isWrong) return [];
    const parameters = {
      field: field.name,
      total: say(total),
      sum: say({ amount: Math.round(sum * 100) / 100, currency: total.currency }),
      parts: stated.map(({ name, money }) => `${name} ${say(money)}`).join(" + "),
    };
    return [finding("front-matter/sum-differs", practice.file, parameters, { field: [field.name], on: "value" })];
  });
}

const say = ({ amount, currency }: Money): string => `${amount} ${currency}`;
