import { z } from "zod";
import { readColour } from "../../core/colour.ts";
import { colourNames, fontRoles, fontStyles, marginNames, printColourNames } from "../../core/model/look.ts";
import { papers, pdfMakings, signatures } from "../../core/model/site.ts";
import { choice, flag, kind, line, report } from "./fields.ts";

/** `theme:` of site.yaml: how pages look, and what paper takes over. */
export const themeSchema = z.strictObject({
  colours: groupOf(colourNames, colour).optional(),
  dark: groupOf(colourNames, colour).optional(),
  fonts: groupOf(fontRoles, () => groupOf(fontStyles, () => asset(["ttf", "otf", "woff2"]))).optional(),
  logo: asset(["svg", "png"]).optional(),
  favicon: asset(["svg"]).optional(),
});

/** `print:` of site.yaml. */
export const printSchema = z.strictObject({
  paper: choice(papers).optional(),
  pdf: choice(pdfMakings).optional(),
  booklets: flag().optional(),
  volume: measure({ unit: "", min: 100, max: 5_000 }).optional(),
  signature: choice(signatures).optional(),
  margins: groupOf(marginNames, () => measure({ unit: "mm", min: 8, max: 45 })).optional(),
  size: measure({ unit: "pt", min: 10, max: 14 }).optional(),
  colours: groupOf(printColourNames, colour).optional(),
  logo: asset(["svg", "png"]).optional(),
});

/** A group in which each member may be left out. */
function groupOf<const Name extends string, Value extends z.ZodType>(names: readonly Name[], member: () => Value) {
  const members = names.map((name) => [name, member().optional()] as const);
  return z.strictObject(Object.fromEntries(members) as Record<Name, z.ZodOptional<Value>>);
}

function colour() {
  return line().transform((value, context) => {
    const allowed = '"#1f4d3a", "#aa0000"';
    return readColour(value) ?? report(context, "front-matter/invalid-value", { value, allowed, nearest: undefined });
  });
}

/** The name of a file below templates/assets/. */
function asset(endings: readonly string[]) {
  return line().transform((value, context) => {
    const name = value.replace(/^\/?(?:templates\/)?(?:assets\/)?/, "");
    if (endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`))) return name;
    const allowed = endings.map((ending) => `*.${ending}`).join(", ");
    return report(context, "front-matter/invalid-value", { value, allowed, nearest: undefined });
  });
}

/** A number with its unit or without. */
function measure({ unit, min, max }: { readonly unit: string; readonly min: number; readonly max: number }) {
  return z
    .string()
    .transform((value, context) => {
      const number = Number(
        value
          .trim()
          .replace(new RegExp(`\\s*${unit}$`), "")
          .replace(",", "."),
      );
      if (number >= min && number <= max) return number;
      const allowed = `${min}–${max} ${unit}`.trim();
      return report(context, "front-matter/invalid-value", { value, allowed, nearest: undefined });
    })
    .meta(kind("line"));
}
