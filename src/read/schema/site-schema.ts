import { z } from "zod";
import { languages } from "../../core/language/language.ts";
import { editingBackends } from "../../core/model/site.ts";
import { choice, count, day, flag, groupOrNone, line, listOf, localized, localizedWith, webAddress } from "./fields.ts";
import { printSchema, themeSchema } from "./look-schema.ts";
import { ownText } from "./own-text.ts";

/** content/site.yaml. Only the name is required. */
export const siteSchema = z.strictObject({
  name: localized(),
  motto: localized().optional(),
  description: localized().optional(),
  publisher: z
    .strictObject({
      name: localized(),
      shortName: localized().optional(),
      url: webAddress().optional(),
      email: line().optional(),
      address: localized().optional(),
    })
    .optional(),
  languages: listOf(choice(languages)).optional(),
  editorLanguage: choice(languages).optional(),
  baseUrl: line().optional(),
  demonstration: flag().optional(),
  licence: z.strictObject({ name: localized(), url: webAddress().optional() }).optional(),
  timeZone: line().optional(),
  nominations: groupOrNone(
    z.strictObject({
      endpoint: line().optional(),
      open: flag().optional(),
      opens: day().optional(),
      closes: day().optional(),
    }),
  ).optional(),
  rawHtml: flag().optional(),
  theme: themeSchema.optional(),
  print: printSchema.optional(),
  scripts: listOf(webAddress()).optional(),
  legacy: z.strictObject({ categories: z.record(z.string().regex(/^\d{1,9}$/), line()).optional() }).optional(),
  practicesPerPage: count().optional(),
  synonyms: listOf(line()).optional(),
  sections: z
    .record(
      z.string().regex(/^(?!other$)[a-z][A-Za-z0-9]*$/),
      z.strictObject({ heading: localized(), guidance: localized().optional(), wanted: flag().optional() }),
    )
    .optional(),
  texts: z.record(z.string(), ownText()).optional(),
  offline: flag().optional(),
  cards: flag().optional(),
  security: z.strictObject({ contact: line(), expires: day() }).optional(),
  editing: z
    .strictObject({
      backend: choice(editingBackends),
      repository: line(),
      branch: line().optional(),
      authServer: webAddress().optional(),
    })
    .optional(),
});

/** content/themes.yaml: names by id, in the order in which they are shown; with a name, if wanted, a sentence about the theme. */
export const themesSchema = z.record(z.string(), localizedWith({ about: localized().optional() }));
