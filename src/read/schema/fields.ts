import { z } from "zod";
import type { DiagnosticCode, DiagnosticParameters } from "../../core/diagnostics/catalogue.ts";
import { nearestName } from "../../core/diagnostics/nearest.ts";
import {
  type CalendarDay,
  guessIsoDay,
  hasIsoForm,
  lastDayOfMonth,
  parseCalendarDay,
} from "../../core/language/calendar-day.ts";
import { type LocalizedText, perLanguage } from "../../core/language/language.ts";

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
  | "theme"
  | "municipality"
  | "selection"
  | "groupOrNone";

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
  return value.replace(forbidden, "").normalize("NFC");
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
      if (allowed.includes(value)) return value === "true";
      const nearest = nearestName(value, allowed);
      return report(context, "front-matter/invalid-value", { value, allowed: allowed.join(", "), nearest });
    })
    .meta(kind("flag"));

export const choice = <const Value extends string>(values: readonly Value[]) =>
  z
    .string()
    .transform((value, context): Value => {
      if (values.includes(value as Value)) return value as Value;
      const nearest = nearestName(value, values);
      return report(context, "front-matter/invalid-value", { value, allowed: values.join(", "), nearest });
    })
    .meta({ ...kind("choice"), enum: values });

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
      const parsed = parseCalendarDay(value.trim());
      if (parsed) return parsed;
      if (hasIsoForm(value))
        return report(context, "front-matter/impossible-date", { value, lastDay: lastDayOfMonth(value) });
      return report(context, "front-matter/invalid-date", { value, iso: guessIsoDay(value) });
    })
    .meta(kind("day"));

/** An address on the web; `www.regionbg.eu` becomes `https://www.regionbg.eu`. */
export const webAddress = () =>
  z
    .string()
    .transform((value, context): string => {
      const parsed = completeUrl(value.trim());
      if (parsed) return parsed;
      const suggestion = completeUrl(value.replace(/\s+/g, ""));
      return report(context, "front-matter/invalid-url", { value, suggestion });
    })
    .meta(kind("webAddress"));

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
export const localized = () =>
  z
    .preprocess(
      (value) => (typeof value === "string" ? perLanguage(() => value) : value),
      z.strictObject(perLanguage(() => prose().optional())),
    )
    .meta(kind("localized")) as z.ZodType<LocalizedText>;
