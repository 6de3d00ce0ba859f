import type { z } from "zod";
import { type Finding, finding, type Result } from "../core/diagnostics/finding.ts";
import { type LocalizedText, perLanguage, usualLanguages } from "../core/language/language.ts";
import { isTimeZone } from "../core/language/time-zone.ts";
import type { SourceFile } from "../core/model/document.ts";
import type { ThemeId } from "../core/model/ids.ts";
import { usualLook } from "../core/model/look.ts";
import type { Site, Theme } from "../core/model/site.ts";
import { checkTexts } from "./check-texts.ts";
import { checkContrast, composeLook } from "./compose-look.ts";
import { isValidId } from "./identify.ts";
import { parseYaml } from "./parse-yaml.ts";
import { siteSchema, themesSchema } from "./schema/site-schema.ts";
import { listThemes, nearestTheme } from "./schema/vocabulary-fields.ts";
import { validateFields } from "./validate-fields.ts";

/** What a site.yaml that says nothing means; it also stands in for one that cannot be read while other files are checked. */
export const defaultSite: Site = {
  name: perLanguage(() => "?"),
  motto: undefined,
  description: undefined,
  publisher: undefined,
  languages: usualLanguages,
  editorLanguage: undefined,
  baseUrl: "http://localhost:4000",
  demonstration: false,
  licence: undefined,
  hasNominations: true,
  nominationEndpoint: "",
  nominationsOpen: true,
  nominationsOpens: undefined,
  nominationsCloses: undefined,
  timeZone: "Europe/Sofia",
  rawHtml: false,
  look: usualLook,
  paper: "a4",
  pdfs: "on-demand",
  pdfBooklets: false,
  binding: { volumePages: 800, signature: 4 },
  scriptHosts: [],
  oldCategories: {},
  practicesPerPage: 20,
  synonyms: [],
  sections: undefined,
  texts: {},
  offline: true,
  cards: false,
  security: undefined,
  editing: undefined,
};

/** content/site.yaml → `Site` with defaults. Findings: yaml/*, front-matter/*. */
export function validateSite(source: SourceFile): Result<Site | undefined> {
  const yaml = parseYaml(source);
  if (!yaml.value) return { value: undefined, findings: yaml.findings };
  const { value: fields, findings } = validateFields(siteSchema, { path: source.path, fields: yaml.value });
  if (!fields) return { value: undefined, findings };
  const baseUrl = (fields.baseUrl ?? defaultSite.baseUrl).replace(/\/+$/, "");
  const [first = defaultSite.languages[0], ...others] = [...new Set(fields.languages ?? defaultSite.languages)];
  const { publisher, licence } = fields;
  const nominations: Contest = fields.nominations === "none" ? { open: false } : (fields.nominations ?? {});
  const problems = [
    ...checkBaseUrl(source.path, baseUrl),
    ...checkTimeZone(source.path, fields.timeZone),
    ...checkContest(source.path, nominations),
    ...checkSynonyms(source.path, fields.synonyms),
    ...checkTexts(source.path, fields.texts ?? {}),
  ];
  const site: Site = {
    name: fields.name,
    motto: fields.motto,
    description: fields.description,
    publisher: publisher && {
      shortName: undefined,
      url: undefined,
      email: undefined,
      address: undefined,
      ...publisher,
    },
    languages: [first, ...others],
    editorLanguage: fields.editorLanguage,
    baseUrl,
    demonstration: fields.demonstration ?? defaultSite.demonstration,
    licence: licence && { url: undefined, ...licence },
    hasNominations: fields.nominations !== "none",
    nominationEndpoint: (nominations.endpoint ?? defaultSite.nominationEndpoint).replace(/\/+$/, ""),
    nominationsOpen: nominations.open ?? defaultSite.nominationsOpen,
    nominationsOpens: nominations.opens,
    nominationsCloses: nominations.closes,
    timeZone: fields.timeZone ?? defaultSite.timeZone,
    rawHtml: fields.rawHtml ?? defaultSite.rawHtml,
    look: composeLook(fields.theme, fields.print),
    ...readPrint(fields.print),
    scriptHosts: [...new Set((fields.scripts ?? []).map((address) => new URL(address).origin))],
    oldCategories: (fields.legacy?.categories ?? {}) as Record<string, ThemeId>,
    offline: fields.offline ?? defaultSite.offline,
    cards: fields.cards ?? defaultSite.cards,
    practicesPerPage: Math.max(1, fields.practicesPerPage ?? defaultSite.practicesPerPage),
    synonyms: fields.synonyms ?? defaultSite.synonyms,
    sections:
      fields.sections &&
      Object.entries(fields.sections).map(([name, { heading, guidance = {}, wanted = true }]) => ({
        name,
        heading,
        guidance,
        wanted,
      })),
    texts: fields.texts ?? defaultSite.texts,
    security: fields.security,
    editing: fields.editing && { branch: undefined, authServer: undefined, ...fields.editing },
  };
  return {
    value: problems.length > 0 ? undefined : site,
    findings: [...yaml.findings, ...findings, ...problems, ...checkContrast(source.path, fields)],
  };
}

/** What is printed, and how it is bound. */
function readPrint(print: z.infer<typeof siteSchema>["print"] = {}) {
  const { paper, pdfs, pdfBooklets, binding } = defaultSite;
  return {
    paper: print.paper ?? paper,
    pdfs: print.pdf ?? pdfs,
    pdfBooklets: print.booklets ?? pdfBooklets,
    binding: {
      volumePages: print.volume ?? binding.volumePages,
      signature: Number(print.signature ?? binding.signature),
    },
  };
}

/** Categories of the old archive lead to themes that there are. Finding: front-matter/unknown-theme. */
export function checkCategories(
  path: string,
  { oldCategories }: Site,
  themes: ReadonlyMap<ThemeId, Theme>,
): readonly Finding[] {
  return Object.entries(oldCategories).flatMap(([category, theme]) => {
    if (themes.has(theme)) return [];
    const parameters = { theme, nearest: nearestTheme(theme, { themes }), known: listThemes({ themes }) };
    const location = { field: ["legacy", "categories", category], on: "value" } as const;
    return [finding("front-matter/unknown-theme", path, parameters, location)];
  });
}

function checkBaseUrl(path: string, baseUrl: string): readonly Finding[] {
  if (/^https?:\/\/[^\s/]+/.test(baseUrl) && URL.canParse(baseUrl)) return [];
  const parameters = { field: "baseUrl", value: baseUrl, suggestion: undefined };
  return [finding("front-matter/invalid-url", path, parameters, { field: ["baseUrl"], on: "value" })];
}

/** Finding: site/unknown-time-zone. */
function checkTimeZone(path: string, timeZone: string | undefined): readonly Finding[] {
  if (timeZone === undefined || isTimeZone(timeZone)) return [];
  return [finding("site/unknown-time-zone", path, { value: timeZone }, { field: ["timeZone"], on: "value" })];
}

/** Finding: site/lonely-synonym. */
function checkSynonyms(path: string, synonyms: readonly string[] = []): readonly Finding[] {
  return synonyms.flatMap((line, at) => {
    if (line.split(",").filter((word) => word.trim() !== "").length > 1) return [];
    return [finding("site/lonely-synonym", path, { value: line }, { field: ["synonyms", at], on: "value" })];
  });
}

/** What a site says of its nominations, if it has any. */
type Contest = Exclude<NonNullable<z.infer<typeof siteSchema>["nominations"]>, "none">;

/** Findings: front-matter/invalid-url, site/contest-days. */
function checkContest(path: string, { endpoint = "", opens, closes }: Contest): readonly Finding[] {
  const problems: Finding[] = [];
  if (endpoint !== "" && !(/^https?:\/\/[^\s/]+/i.test(endpoint) && URL.canParse(endpoint))) {
    const parameters = { field: "nominations.endpoint", value: endpoint, suggestion: undefined };
    const location = { field: ["nominations", "endpoint"], on: "value" } as const;
    problems.push(finding("front-matter/invalid-url", path, parameters, location));
  }
  if (opens !== undefined && closes !== undefined && opens > closes)
    problems.push(
      finding("site/contest-days", path, { opens, closes }, { field: ["nominations", "closes"], on: "value" }),
    );
  return problems;
}

/** content/themes.yaml → themes by id. Findings: yaml/*, front-matter/*, content/invalid-id. */
export function validateThemes(source: SourceFile): Result<ReadonlyMap<ThemeId, Theme>> {
  const yaml = parseYaml(source);
  const themes = new Map<ThemeId, Theme>();
  if (!yaml.value) return { value: themes, findings: yaml.findings };
  const { value, findings } = validateFields(themesSchema, { path: source.path, fields: yaml.value });
  const problems: Finding[] = [...yaml.findings, ...findings];
  // A theme with a wrong name is still a theme: its practices have made no mistake.
  for (const key of Object.keys(yaml.value)) {
    if (!isValidId(key)) {
      problems.push(
        finding(
          "content/invalid-id",
          source.path,
          { id: key, suggestion: key.toLowerCase() },
          { field: [key], on: "key" },
        ),
      );
    }
    const written: LocalizedText & { readonly about?: LocalizedText | undefined } =
      value?.[key] ?? perLanguage(() => key);
    const { about, ...name } = written;
    themes.set(key as ThemeId, { id: key as ThemeId, name, about });
  }
  return { value: themes, findings: problems };
}
