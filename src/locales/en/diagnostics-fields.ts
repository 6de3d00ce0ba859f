import type { FieldsTexts } from "../types/diagnostics.ts";

/** What is wrong with content/fields.yaml and with values of its kinds, in English. */
export const fieldsDiagnostics: FieldsTexts = {
  "front-matter/invalid-number": ({ field, value, unit }) => ({
    message: `“${value}” in “${field}” is not a number${unit && ` (${unit})`}.`,
    hint: "Write digits only, with a point for decimals: 1250 or 12.5. A comma before three digits could mean either.",
  }),
  "front-matter/invalid-money": ({ field, value }) => ({
    message: `“${value}” in “${field}” is not one sum of money with its currency.`,
    hint: `Write it like this: ${field}: 12000 BGN (2016) – or ${field}: {amount: 12000, currency: EUR, year: 2016}. The year may be left out.`,
  }),
  "front-matter/sum-differs": ({ field, total, sum, parts }) => ({
    message: `“${field}” says ${total}, but its parts make ${sum}: ${parts}.`,
    hint: "Correct the sum that is wrong. Parts of the prices of different years are not added.",
  }),
  "fields/invalid-part": ({ name, part, sums, nearest }) => ({
    message: `“${part}” cannot be a part of “${name}”: only sums (kind: money) make up a sum.`,
    hint: nearest
      ? `Did you mean “${nearest}”?`
      : sums
        ? `Sums of this archive: ${sums}.`
        : "The archive has no other sums.",
  }),
  "texts/unknown": ({ key, nearest }) => ({
    message: `There is no text with the key “${key}”.`,
    hint: nearest ? `Did you mean “${nearest}”?` : "docs/texts.md lists all keys.",
  }),
  "texts/left-over": ({ word, language, count, keys }) => ({
    message: `The archive has a name of its own for “${word}”, but texts (${language}) still say the usual word: ${count}.`,
    hint: `Replace them below texts: as well – ${keys}. What each says is in docs/texts.md.`,
  }),
  "texts/parameters": ({ key, expected, text }) => ({
    message:
      expected === ""
        ? `The text “${key}” is given no values.`
        : `The text “${key}” needs ${expected} and nothing else in braces.`,
    hint: `Praktika says: ${text}`,
  }),
  "fields/unknown": ({ name, nearest }) => ({
    message: `“${name}” is not a built-in field, and its kind is not stated.`,
    hint: nearest
      ? `Did you mean “${nearest}”?`
      : "A field of your own needs its kind: text, long-text, number, money, date, choice, choices, yes-no, agent, place, link or file.",
  }),
  "fields/invalid-name": ({ name, fixed }) => ({
    message: `A field cannot be called “${name}”.`,
    hint: `The name is made of Latin letters and digits, begins with a lowercase letter and is not used for something else: ${fixed}. What readers see is its label.`,
  }),
  "fields/built-in": ({ name, key, sayable }) => ({
    message: `“${name}” is a built-in field; its “${key}” cannot be changed.`,
    hint: `Of a built-in field you can say: ${sayable}. For something else add a field with another name, and leave this one out: ${name}: none.`,
  }),
  "fields/needed": ({ name }) => ({
    message: `No practice can do without “${name}”.`,
    hint: "Remove this line; the label of the field can be changed.",
  }),
  "fields/no-values": ({ name }) => ({
    message: `“${name}” is a choice with nothing to choose.`,
    hint: "List the values: values: {small: {bg: Малък, en: Small}, large: {bg: Голям, en: Large}}",
  }),
  "fields/no-filter": ({ name, kind }) => ({
    message: `Readers cannot filter by “${name}”: it is of the kind ${kind}.`,
    hint: "Filters are possible for text, date, choice, choices, yes-no, agent and place. Remove the line.",
  }),
  "fields/same-column": ({ column, other }) => ({
    message: `The open data already have a column “${column}”: that of “${other}”.`,
    hint: "Give this field another column: data: {column: …}",
  }),
};
