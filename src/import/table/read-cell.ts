import { guessIsoDay } from "../../core/language/calendar-day.ts";
import { languages } from "../../core/language/language.ts";
import type { ChoiceType, ValueType } from "../../core/model/fields/field.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import { nameOfChoice } from "../../locales/texts-of.ts";
import type { WrittenField } from "../../read/compose-document.ts";
import { readChoice, splitValues } from "../../read/schema/fields.ts";
import { schemaOf } from "../../read/schema/schema-of.ts";
import { createPlaceFinder, createThemeFinder } from "../../read/schema/vocabulary-fields.ts";
import { createMunicipalityFinder } from "../find-municipality.ts";
import { parseOldDate } from "../old-date.ts";

/** A cell as front matter writes it; what of it was not understood is `rest`. */
export interface ReadCell {
  readonly value: WrittenField | undefined;
  readonly rest: string;
  /** Something of the value was supplied: a date without its day. */
  readonly supplied?: true;
}

/** Makes the reader of cells: a text becomes the kind of value that its field takes. */
export function createCellReader({ themes, places }: Pick<Vocabulary, "themes" | "places">) {
  const findTheme = createThemeFinder({ themes });
  const findPlaces = createPlaceFinder({ places });
  const findMunicipality = createMunicipalityFinder(places);
  const findPlace = (text: string): string | undefined => {
    const codes = findPlaces(text);
    return codes.length === 1 && codes[0] ? places.get(codes[0])?.name : findMunicipality(text);
  };
  const readOne = (type: ValueType, text: string): ReadCell => {
    const whole = (value: WrittenField | undefined): ReadCell => ({ value, rest: value === undefined ? text : "" });
    switch (type.kind) {
      case "line":
      case "agent":
      case "file":
        return whole(text.replace(/\s+/g, " "));
      case "prose":
        return whole(text);
      case "count":
        return whole(/^[\d\s'’]+([.,]0+)?$/.test(text) ? text.replace(/[.,]0+$/, "").replace(/\D/g, "") : undefined);
      case "flag":
      case "yesNo":
        return whole(readFlag(text));
      case "day":
        return readDay(text);
      case "webAddress":
      case "quantity":
      case "money":
        return whole(schemaOf(type, { themes, places }).safeParse(text).success ? text : undefined);
      case "theme":
        return whole(findTheme(text));
      case "municipality":
        return whole(findPlace(text));
      case "choice":
        return whole(readChoice(text, type.values) ?? choiceByLabel(text, type));
      case "list":
        return readList(type.of, text);
      case "group":
        return readGroup(type.fields[0]?.name ?? "name", text);
    }
  };
  /** Parts that are understood go into the list, the others are the rest. */
  const readList = (of: ValueType, text: string): ReadCell => {
    const isNamed = of.kind === "theme" || of.kind === "municipality";
    const all = isNamed ? readOne(of, text) : undefined;
    if (all?.value !== undefined) return { value: all.value, rest: "" };
    const parts = isNamed ? splitValues(text.replaceAll("\n", ";")) : text.split(/\s*[;\n]\s*/).filter(Boolean);
    const read = parts.map((part) => ({ part, ...readOne(of, part) }));
    const values = read.flatMap(({ value }) => (value === undefined ? [] : [value]));
    const rest = read
      .filter(({ value }) => value === undefined)
      .map(({ part }) => part)
      .join("; ");
    const [only] = values;
    return { value: values.length > 1 ? values : only, rest };
  };
  return { read: readOne, findPlace };
}

const yes = /^(да|yes|y|true|1|x|х|✓|✔|\+)$/i;
const no = /^(не|no|n|false|0|-)$/i;

function readFlag(text: string): string | undefined {
  if (yes.test(text)) return "true";
  return no.test(text) ? "false" : undefined;
}

/** Days as lists write them: also a year alone, a year of two digits, and the number of a day in a spreadsheet. */
function readDay(text: string): ReadCell {
  const plain = text.trim().replace(/\s*г(?:од(?:ина)?)?\.?$/i, "");
  const short = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2})$/.exec(plain);
  const century = Number(short?.[3]) < 70 ? "20" : "19";
  const old = parseOldDate(short ? `${short[1]}.${short[2]}.${century}${short[3]}` : text);
  if (old) return { value: old.day, rest: "", ...(old.isWhole && !short ? {} : { supplied: true }) };
  if (/^(19|20)\d{2}$/.test(plain)) return { value: `${plain}-01-01`, rest: "", supplied: true };
  // The days of a spreadsheet are counted from the end of 1899.
  const serial = /^[2-5]\d{4}$/.test(plain) ? new Date(Date.UTC(1899, 11, 30 + Number(plain))) : undefined;
  const day = serial && guessIsoDay(serial.toISOString().slice(0, 10));
  return day ? { value: day, rest: "", supplied: true } : { value: undefined, rest: text };
}

function choiceByLabel(text: string, { values, labels = {} }: ChoiceType): string | undefined {
  const wanted = text.toLowerCase();
  const said = (value: string): readonly (string | undefined)[] =>
    languages.flatMap((language) => [labels[value]?.[language], nameOfChoice(value, language)]);
  return values.find((value) => said(value).some((label) => label?.toLowerCase() === wanted));
}

/** The first member of a group takes the text; a year at its end is one: „Община новатор, 2007“. */
function readGroup(name: string, text: string): ReadCell {
  const [, named, year] = /^(.+?)[\s,(]+((?:19|20)\d{2})\s*г?\.?\)?$/.exec(text) ?? [];
  return { value: named && year ? { [name]: named, year } : { [name]: text }, rest: "" };
}
