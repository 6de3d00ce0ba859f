import { type Language, tagOf } from "./language.ts";

/** A sum in a currency (ISO 4217), of the prices of a year if it is said. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
  readonly year?: number;
}

/** What a sum says beside its amount. */
export type MoneyPart = Exclude<keyof Money, "amount">;

/** Levs for one euro, fixed on 31 December 1998 by law and kept at the change of the currency. */
const levsPerEuro = 1.95583;

/** How sums name their currency, beside its code. */
const currencies: readonly (readonly [name: RegExp, code: string])[] = [
  [/^(?:лв\.?|лева?|левове|levs?|leva)$/i, "BGN"],
  [/^(?:€|евро|euros?)$/i, "EUR"],
  [/^(?:\$|долара?|dollars?)$/i, "USD"],
  [/^(?:£|pounds?)$/i, "GBP"],
];

export function readCurrency(written: string): string | undefined {
  const name = written.trim();
  const code = name.toUpperCase();
  if (/^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf("currency").includes(code)) return code;
  return currencies.find(([pattern]) => pattern.test(name))?.[1];
}

/** A number as it is written in either language: `12 000,50`, `12,000.50`, `12000.5`. Undefined where it could be another number. */
export function readNumber(written: string): number | undefined {
  const plain = written.trim().replace(/^[−–]/, "-");
  const grouped = /^(-?\d{1,3})((?:([\s\u00a0\u202f.,'’])\d{3})(?:\3\d{3})*)(?:([.,])(\d+))?$/.exec(plain);
  if (grouped) {
    const [, first = "", groups = "", sign = "", point = "", decimals = ""] = grouped;
    const isSpaced = /[\s\u00a0\u202f'’]/.test(sign);
    // "1,500" is one and a half thousand in English, and one and a half in Bulgarian.
    const isClear = isSpaced || (point !== "" && point !== sign) || groups.length > 4;
    if (!isClear || point === sign) return undefined;
    return Number(`${first}${groups.replace(/\D/g, "")}${decimals && `.${decimals}`}`);
  }
  return /^-?\d{1,15}(?:[.,]\d+)?$/.test(plain) ? Number(plain.replace(",", ".")) : undefined;
}

/** `12 000 лв. (2016)`, `EUR 3000, 2016`, `€ 3 000`. */
export function readMoney(written: string): Money | undefined {
  const [, sum = written, said] = /^(.*?)[\s,]*\(?\b((?:19|20)\d{2})(?:\s*г\.?)?\)?$/.exec(written.trim()) ?? [];
  // A year needs something between it and the sum: in "BGN 2016" the number is the sum.
  const whole = readSum(written.trim());
  if (whole) return whole;
  const found = said === undefined ? undefined : readSum(sum);
  return found && { ...found, year: Number(said) };
}

function readSum(written: string): Money | undefined {
  const [, before = "", digits = "", after = ""] = /^([^\d−–-]*)([−–-]?\d(?:.*\d)?)([^\d]*)$/u.exec(written) ?? [];
  const amount = readNumber(digits);
  const names = [before, after].map((name) => name.trim()).filter((name) => name !== "");
  const currency = names.length === 1 ? readCurrency(names[0] ?? "") : undefined;
  return amount === undefined || currency === undefined ? undefined : { amount, currency };
}

/** The same sum in the currency that has replaced it, or which it has replaced. */
function exchange({ amount, currency, ...others }: Money): Money | undefined {
  const cents = (value: number): number => Math.round(value * 100) / 100;
  if (currency === "BGN") return { ...others, amount: cents(amount / levsPerEuro), currency: "EUR" };
  return currency === "EUR" ? { ...others, amount: cents(amount * levsPerEuro), currency: "BGN" } : undefined;
}

/** The amount of a sum in a currency that is its own, or was exchanged for it at the fixed rate; undefined in any other. */
export function amountIn(currency: string, money: Money): number | undefined {
  if (money.currency === currency) return money.amount;
  const other = exchange(money);
  return other?.currency === currency ? other.amount : undefined;
}

/** The sum in euro if it is in levs, so that sums of all years can be compared; else as it is. */
export function inEuro(money: Money): Money {
  return (money.currency === "BGN" && exchange(money)) || money;
}

/** `12 000 лв. (6135,50 €), 2016`. Only where a site speaks Bulgarian do its readers count in levs. */
export function formatMoney(money: Money, language: Language, spoken: readonly Language[]): string {
  const other = money.currency === "BGN" || spoken.includes("bg") ? exchange(money) : undefined;
  const sums = formatSum(money, language) + (other ? ` (${formatSum(other, language)})` : "");
  return money.year === undefined ? sums : `${sums}, ${money.year}`;
}

/** `€`, `лв.`: as it stands beside a sum. */
export function nameCurrency(currency: string, language: Language): string {
  const format = new Intl.NumberFormat(tagOf(language), { style: "currency", currency });
  return format.formatToParts(0).find(({ type }) => type === "currency")?.value ?? currency;
}

function formatSum({ amount, currency }: Money, language: Language): string {
  return amount
    .toLocaleString(tagOf(language), {
      style: "currency",
      currency,
      trailingZeroDisplay: "stripIfInteger",
    } as Intl.NumberFormatOptions)
    .replace(/\s/g, "\u00a0");
}

/** A number with at most three decimals, grouped as the language does: `12 345,5`. */
export function formatQuantity(value: number, unit: string, language: Language): string {
  const text = value.toLocaleString(tagOf(language), { useGrouping: Math.abs(value) >= 10_000 });
  return `${text}${unit && ` ${unit}`}`.replace(/\s/g, "\u00a0");
}
