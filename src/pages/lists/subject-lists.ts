import { permalinks } from "../../archive/permalinks.ts";
import { type Language, localize } from "../../core/language/language.ts";
import type { Archive, Edition, PracticeEntry } from "../../core/model/archive.ts";
import type { MunicipalityCode, Permalink, ThemeId } from "../../core/model/ids.ts";
import type { SizeBand } from "../../core/model/size-bands.ts";
import type { Ability } from "../../core/target.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { facetsOf } from "../kit/facets.ts";
import { placeName } from "../kit/place-name.ts";
import type { SharedValue } from "./filters.ts";

/** Lists of all practices of one subject: where they stand, what is in them, and what is said of them. */
export interface SubjectList {
  readonly kind: "theme" | "year" | "municipality" | "size" | "innovator" | "facet";
  readonly needs: Ability | undefined;
  /** The kind of page that lists all subjects. */
  readonly under: string;
  /** Whether a long list begins with the practices that readers nominated most. */
  readonly withMostNominated: boolean;
  keys(edition: Edition): Iterable<string>;
  permalink(language: Language, key: string): Permalink;
  find(edition: Edition, key: string): readonly PracticeEntry[];
  /** What all its practices share. */
  sharedValue(key: string, edition: Edition): SharedValue;
  /** From the key and the number of practices as it is written. */
  describe(
    subject: { readonly key: string; readonly total: string },
    edition: Edition,
    archive: Archive,
  ): SubjectDescription;
}

/** “Theme”, “Energy”, “12 practices on the theme ‘Energy’.” */
interface SubjectDescription {
  readonly label: string;
  readonly title: string;
  readonly intro: string;
}

/** The lists by theme, year, municipality, size of the place, innovator, and by everything else that readers narrow down by. */
export const subjectLists: readonly SubjectList[] = [
  {
    kind: "theme",
    sharedValue: (key) => ({ facet: "theme", key }),
    needs: undefined,
    under: "themes",
    withMostNominated: true,
    keys: ({ themes }) => themes.keys(),
    permalink: permalinks.theme,
    find: ({ themes }, key) => themes.get(key as ThemeId) ?? [],
    describe: ({ key, total }, { language }, archive) => {
      const t = textsOf(language, archive);
      const title = localize(archive.themes.get(key as ThemeId)?.name, language);
      return { label: t.theme, title, intro: t.themeIntro(total, title) };
    },
  },
  {
    kind: "year",
    sharedValue: (key) => ({ facet: "year", key }),
    needs: undefined,
    under: "years",
    withMostNominated: true,
    keys: ({ years }) => years.keys(),
    permalink: permalinks.year,
    find: ({ years }, key) => years.get(key) ?? [],
    describe: ({ key, total }, { language }, archive) => {
      const t = textsOf(language, archive);
      return { label: t.year, title: t.yearName(key), intro: t.yearIntro(total, key) };
    },
  },
  {
    kind: "municipality",
    sharedValue: (key) => ({ facet: "municipality", key }),
    needs: "fullSite",
    under: "municipalities",
    withMostNominated: false,
    keys: ({ municipalities }) => municipalities.keys(),
    permalink: permalinks.municipality,
    find: ({ municipalities }, key) => municipalities.get(key as MunicipalityCode) ?? [],
    describe: ({ key, total }, { language }, archive) => {
      const t = textsOf(language, archive);
      const place = archive.places.get(key as MunicipalityCode);
      const title = placeName(place, language);
      return {
        label: t.municipality,
        title,
        intro: t.municipalityIntro(total, title, placeName(place?.province, language)),
      };
    },
  },
  {
    kind: "size",
    sharedValue: (key) => ({ facet: "size", key }),
    needs: "fullSite",
    under: "municipalities",
    withMostNominated: false,
    keys: ({ sizes }) => sizes.keys(),
    permalink: permalinks.size,
    find: ({ sizes }, key) => sizes.get(key as SizeBand) ?? [],
    describe: ({ key, total }, { language }, archive) => {
      const { sizes: t, practices } = textsOf(language, archive);
      const band = t.bands[key as SizeBand];
      const title = band.charAt(0).toLocaleUpperCase(language) + band.slice(1);
      return { label: t.fact, title, intro: t.bandIntro(practices(total), band) };
    },
  },
  {
    kind: "innovator",
    sharedValue: (key) => ({ facet: "innovator", key }),
    needs: "fullSite",
    under: "innovators",
    withMostNominated: false,
    keys: ({ innovators }) => innovators.keys(),
    permalink: permalinks.innovator,
    find: ({ innovators }, key) => innovators.get(key)?.practices ?? [],
    describe: ({ key, total }, { language, innovators }, archive) => {
      const t = textsOf(language, archive);
      return { label: t.innovator, title: innovators.get(key)?.name ?? key, intro: t.innovatorIntro(total) };
    },
  },
  {
    kind: "facet",
    sharedValue: (path, { facets }) => {
      const { facet = "", key = "" } = facets.get(path) ?? {};
      return { facet, key };
    },
    needs: "fullSite",
    under: "practices",
    withMostNominated: false,
    keys: ({ facets }) => facets.keys(),
    permalink: permalinks.facet,
    find: ({ facets }, key) => facets.get(key)?.practices ?? [],
    describe: ({ key, total }, edition, archive) => {
      const t = textsOf(edition.language, archive);
      const list = edition.facets.get(key);
      const facet = facetsOf(edition, archive).find(({ name }) => name === list?.facet);
      const { label = "" } = facet ?? {};
      const value = facet?.say(list?.key ?? "") ?? "";
      // “Yes” alone says nothing.
      const isAnswer = list?.key === "true" || list?.key === "false";
      const title = isAnswer
        ? `${label}: ${value}`
        : value.charAt(0).toLocaleUpperCase(edition.language) + value.slice(1);
      return { label, title, intro: t.facetIntro(t.practices(total), label, value) };
    },
  },
];
