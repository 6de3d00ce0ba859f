import { z } from "zod";
import { nearestName } from "../../core/diagnostics/nearest.ts";
import { type LocalizedText, perLanguage } from "../../core/language/language.ts";
import { type Money, readCurrency, readMoney, readNumber } from "../../core/language/money.ts";
import { findName, plainSigns } from "../../core/language/names.ts";
import type { ChoiceType, QuantityType } from "../../core/model/fields/field.ts";
import { kind, line, readChoice, report } from "./fields.ts";

/* Kinds of value that an archive's own fields have, beside those of `fields.ts`. */

/** A number as either language writes it, with its unit or without. */
export const quantity = ({ unit = {} }: QuantityType) => {
  const units = Object.values(unit);
  return z
    .string()
    .transform((value, context): number => {
      const written = plainSigns(value).trim();
      const own = units.find((name) => written.endsWith(name));
      const found = readNumber(own ? written.slice(0, -own.length) : written);
      return found ?? report(context, "front-matter/invalid-number", { value, unit: [...new Set(units)].join(", ") });
    })
    .meta(kind("quantity"));
};

/** A sum: one text, or its parts by name. */
export const money = () =>
  z
    .unknown()
    .transform((value, context): Money => {
      const found = typeof value === "string" ? readMoney(plainSigns(value)) : readParts(value);
      return found ?? report(context, "front-matter/invalid-money", { value: writtenForm(value) });
    })
    .meta(kind("money"));

function readParts(value: unknown): Money | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const { amount: sum = "", currency: name = "", year, ...others } = value as Readonly<Record<string, string>>;
  const [amount, currency] = [readNumber(String(sum)), readCurrency(String(name))];
  if (amount === undefined || !currency || Object.keys(others).length > 0) return undefined;
  if (year === undefined) return { amount, currency };
  return /^\d{4}$/.test(year) ? { amount, currency, year: Number(year) } : undefined;
}

function writtenForm(value: unknown): string {
  if (typeof value === "string") return value;
  const parts = Object.entries(value ?? {}).map(([name, part]) => `${name}: ${String(part)}`);
  return `{${parts.join(", ")}}`;
}

const yes = ["true", "yes", "да"];
const no = ["false", "no", "не"];

export const yesNo = () =>
  z
    .string()
    .transform((value, context): boolean => {
      const allowed = [...yes, ...no];
      const meant = findName(value, allowed);
      if (meant !== undefined) return yes.includes(meant);
      const nearest = nearestName(value, allowed);
      return report(context, "front-matter/invalid-value", { value, allowed: allowed.join(", "), nearest });
    })
    .meta(kind("yesNo"));

/** A value of a list, or what readers see of it in any language. */
export const labelledChoice = ({ values, labels = {} }: ChoiceType) => {
  const byLabel = new Map(
    Object.entries(labels).flatMap(([value, label]) => Object.values(label).map((text) => [text, value] as const)),
  );
  return line()
    .transform((written, context): string => {
      const label = findName(written, [...byLabel.keys()]);
      const meant = readChoice(written, values) ?? (label === undefined ? undefined : byLabel.get(label));
      if (meant !== undefined) return meant;
      const nearest = nearestName(written, [...values, ...byLabel.keys()]);
      return report(context, "front-matter/invalid-value", { value: written, allowed: values.join(", "), nearest });
    })
    .meta({ ...kind("choice"), enum: values, labels });
};

/** The path of a file of the content; whether it is there is checked with the links. */
export const file = () => line().meta(kind("file"));

export const agent = () => line().meta(kind("agent"));

/** Values of a list with what readers see of each: `[a, b]`, or `{a: {bg: …, en: …}, b: …}`. */
export const choices = (localized: z.ZodType<LocalizedText>) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? Object.fromEntries(value.map((one) => [String(one), String(one)])) : value),
    z.record(
      z.string(),
      z.preprocess((label) => (typeof label === "string" ? perLanguage(() => label) : label), localized),
    ),
  );
