import { z } from "zod";
import type { DiagnosticCode, DiagnosticParameters } from "../../core/diagnostics/catalogue.ts";
import { nearestName } from "../../core/diagnostics/nearest.ts";
import { asLatin } from "../../core/language/alphabets.ts";
import {
  type CalendarDay,
  hasIsoForm,
  lastDayOfMonth,
  parseCalendarDay,
  readDays,
} from "../../core/language/calendar-day.ts";
import { withoutInvisible } from "../../core/language/clean-text.ts";
import { type LocalizedText, perLanguage } from "../../core/language/language.ts";
import { findName, plainName, plainSigns } from "../../core/language/names.ts";
import { isPreviewAddress } from "../../core/preview-address.ts";

/**
 * The kinds of value that front matter and YAML files are made of. Every scalar arrives as text (failsafe YAML);
 * empty values have been dropped before. A problem is reported with its diagnostic code in `params`.
 */

/** A problem as a custom Zod issue; `field` is filled in from the issue's path. */
export interface FieldIssue {
  readonly code: DiagnosticCode;
  readonly parameters: object;
}

type IssueContext = z.core.$RefinementCtx;

/** What kind of value a field takes, for tools that help to write it; see `describe-fields.ts`. */
export type FieldKind =
  | "line"
  | "prose"
  | "count"
  | "flag"
  | "choice"
  | "day"
  | "webAddress"
  | "list"
  | "localized"
  | "ownText"
  | "theme"
  | "municipality"
  | "selection"
  | "groupOrNone"
  | "quantity"
  | "money"
  | "yesNo"
  | "agent"
  | "file";

/** Marks a schema with its kind. */
export const kind = (name: FieldKind): { readonly kind: FieldKind } => ({ kind: name });

/** Reports a diagnostic from within a schema; the value becomes invalid. Its field and example are added later. */
export function report<Code extends DiagnosticCode>(
  context: IssueContext,
  code: Code,
  parameters: Omit<DiagnosticParameters[Code], "field" | "example">,
): never {
  const issue: FieldIssue = { code, parameters };
  context.addIssue({ code: "custom", params: issue });
  return z.NEVER;
}

/** One line of text: trimmed, in Unicode form C, with single spaces. */
export const line = () =>
  z
    .string()
    .transform((value) => plain(value).replace(/\s+/g, " ").trim())
    .meta(kind("line"));

/** Text of one or more paragraphs. */
export const prose = () =>
  z
    .string()
    .transform((value) => plain(value).trim())
    .meta(kind("prose"));

// An escape such as "\u0001" can write what no page and no feed may hold (XML 1.0, section 2.2).
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

function plain(value: string): string {
  return withoutInvisible(value.replace(forbidden, "")).normalize("NFC");
}

export const count = () =>
  z
    .string()
    .transform((value, context) =>
      /^\d{1,9}$/.test(value)
        ? Number(value)
        : report(context, "front-matter/wrong-type", { expected: "number", actual: "string" }),
    )
    .meta(kind("count"));

export const flag = () =>
  z
    .string()
    .transform((value, context) => {
      const allowed = ["true", "false"];
      const plain = plainSigns(value).toLowerCase();
      if (allowed.includes(plain)) return plain === "true";
      const nearest = nearestName(value, allowed);
      return report(context, "front-matter/invalid-value", { value, allowed: allowed.join(", "), nearest });
    })
    .meta(kind("flag"));

export const choice = <const Value extends string>(values: readonly Value[]) =>
  z
    .string()
    .transform((value, context): Value => {
      const meant = readChoice(value, values);
      if (meant) return meant;
      const nearest = nearestName(value, values);
      return report(context, "front-matter/invalid-value", { value, allowed: values.join(", "), nearest });
    })
    .meta({ ...kind("choice"), enum: values });

/** The value that a written one can only mean. */
export function readChoice<Value extends string>(written: string, values: readonly Value[]): Value | undefined {
  return values.find((value) => value === written) ?? (findName(written, values) as Value | undefined);
}

/** The day that a text writes in ISO form; dashes, hard hyphens and quotation marks can only mean this. */
export function readDay(written: string): CalendarDay | undefined {
  return parseCalendarDay(written) ?? parseCalendarDay(plainSigns(written));
}

/** A group, or the word `none`: the site has nothing of the kind. */
export const groupOrNone = <Group extends z.ZodType>(group: Group) =>
  z
    .unknown()
    .transform((value, context): z.output<Group> | "none" => {
      const result = (typeof value === "string" ? choice(["none"]) : group).safeParse(value);
      if (result.success) return result.data as z.output<Group> | "none";
      for (const issue of result.error.issues) context.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue);
      return z.NEVER;
    })
    .meta({ ...kind("groupOrNone"), forms: [choice(["none"]), group] });

export const day = () =>
  z
    .string()
    .transform((value, context): CalendarDay => {
      const parsed = readDay(value);
      if (parsed) return parsed;
      const plain = plainSigns(value);
      if (hasIsoForm(plain))
        return report(context, "front-matter/impossible-date", { value, lastDay: lastDayOfMonth(plain) });
      return report(context, "front-matter/invalid-date", { value, readings: readDays(plainName(value)) });
    })
    .meta(kind("day"));

/** An address on the web; `www.regionbg.eu` becomes `https://www.regionbg.eu`. */
export const webAddress = () =>
  z
    .string()
    .transform((value, context): string => {
      const plain = readAddress(value);
      if (isPreviewAddress(plain)) return report(context, "link/preview-address", { url: plain, meant: undefined });
      const parsed = completeUrl(plain);
      if (parsed) return parsed;
      const several = splitValues(value).filter((part) => completeUrl(readAddress(part)) !== undefined);
      if (several.length > 1) return report(context, "front-matter/several-values", { values: several, isList: false });
      const suggestion = completeUrl(value.replace(/\s+/g, ""));
      return report(context, "front-matter/invalid-url", { value, suggestion });
    })
    .meta(kind("webAddress"));

/** Parts of a value that may be a list: between commas, semicolons, spaces beside a slash, „и“ and “and”. */
export function splitValues(value: string): readonly string[] {
  return value
    .split(/\s*[,;]\s*|\s+(?:и|and|\/|\||[–—])\s+|\s+(?=https?:\/\/|www\.)/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** An address without what word processors add; letters of its host that only look Latin are Latin. */
export function readAddress(written: string): string {
  const plain = plainName(written).replace(/^[<„“"']\s*(.*?)\s*[>“”"']$/, "$1");
  const [, before = "", host = "", after = ""] = /^([a-z][a-z0-9+.-]*:\/\/|)([^/?#]*)(.*)$/is.exec(plain) ?? [];
  return before + readHost(host) + after;
}

/** The name of a server: parts in Cyrillic are possible, parts that mix the alphabets are not. */
export function readHost(host: string): string {
  return host
    .split(".")
    .map((part) => (/[a-z]/i.test(part) ? (asLatin(part) ?? part) : part))
    .join(".");
}

function completeUrl(text: string): string | undefined {
  if (/[\s<>"]/.test(text)) return undefined;
  const complete = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!/^https?:\/\/[^/?#@]+\.[^/?#.@]{2,}([/?#]|$)/i.test(complete)) return undefined;
  return URL.canParse(complete) ? complete : undefined;
}

/** A list, or one value that stands for a list of one. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item))
    .meta(kind("list"));

/** A text in some languages (`{bg: …, en: …}`), or one for all. */
export const localized = () => localizedWith({}) as z.ZodType<LocalizedText>;

/** The same, with members that only some texts have. */
export const localizedWith = <Shape extends z.ZodRawShape>(members: Shape) =>
  z
    .preprocess(
      (value) => (typeof value === "string" ? perLanguage(() => value) : value),
      z.strictObject({ ...perLanguage(() => prose().optional()), ...members }),
    )
    .meta(kind("localized"));
