import { permalinks } from "../../archive/permalinks.ts";
import { formatCount } from "../../core/language/format.ts";
import { type Language, localize } from "../../core/language/language.ts";
import type { Archive, Edition, PracticeEntry } from "../../core/model/archive.ts";
import type { Permalink } from "../../core/model/ids.ts";
import { bandOf, type SizeBand } from "../../core/model/size-bands.ts";
import { type ReaderTexts, textsOf } from "../../locales/texts-of.ts";
import { editionOf, type Output } from "../kit/context.ts";
import { mapFigure, timelineFigure } from "../kit/figures/figures.ts";
import { layoutView, relativeUrlFor } from "../kit/layout-view.ts";
import { perEdition } from "../kit/per-edition.ts";
import { placeName } from "../kit/place-name.ts";
import type { RelativeUrl } from "../kit/relative-url.ts";

interface Subject {
  readonly name: string;
  readonly permalink: Permalink;
  readonly practices: readonly PracticeEntry[];
  /** Heading under which it stands, or "". */
  readonly group: string;
  /** Of a place of known population. */
  readonly size?: SizeBand | undefined;
}

interface SubjectIndex {
  readonly kind: "themes" | "years" | "municipalities" | "innovators";
  /** Of its menu entry. */
  readonly position: number;
  permalink(language: Language): Permalink;
  title(t: ReaderTexts): string;
  subjects(edition: Edition, archive: Archive): readonly Subject[];
  /** A drawing of the same figures. */
  figure?(
    edition: Edition,
    archive: Archive,
    link: RelativeUrl,
  ): ReturnType<typeof mapFigure | typeof timelineFigure> | null;
}

/** Where the practices of an edition are; null where no place is known. */
export function municipalityMap({ language, municipalities }: Edition, archive: Archive, link: RelativeUrl) {
  const { map } = archive;
  if (!map) return null;
  const t = textsOf(language, archive);
  const counted = [...municipalities].flatMap(([code, { length }]) => {
    const place = archive.places.get(code);
    const href = link(permalinks.municipality(language, code));
    if (!place?.point) return [];
    return [
      { name: placeName(place, language), count: length, href, point: place.point, size: bandOf(place.population) },
    ];
  });
  return mapFigure(counted, map, { label: t.mapLabel, say: (count) => t.practices(formatCount(count, language)) });
}

const indexes: readonly SubjectIndex[] = [
  {
    kind: "themes",
    position: 2,
    permalink: permalinks.themes,
    title: (t) => t.themesTitle,
    subjects: ({ language, themes }, archive) =>
      [...themes].map(([id, practices]) => {
        const name = localize(archive.themes.get(id)?.name, language);
        return { name, permalink: permalinks.theme(language, id), practices, group: "" };
      }),
  },
  {
    kind: "years",
    position: 3,
    permalink: permalinks.years,
    title: (t) => t.yearsTitle,
    subjects: ({ language, years }, archive) =>
      [...years].map(([year, practices]) => {
        const name = textsOf(language, archive).yearName(year);
        return { name, permalink: permalinks.year(language, year), practices, group: "" };
      }),
    figure: ({ language, years }, archive, link) => {
      if (years.size < 3) return null;
      const t = textsOf(language, archive);
      const counted = [...years].map(([year, { length }]) => ({
        name: year,
        year: Number(year),
        count: length,
        href: link(permalinks.year(language, year)),
      }));
      const say = (count: number): string => t.practices(formatCount(count, language));
      return timelineFigure(counted, { label: t.timelineLabel, say, language });
    },
  },
  {
    kind: "municipalities",
    position: 4,
    permalink: permalinks.municipalities,
    title: (t) => t.municipalitiesTitle,
    subjects: ({ language, municipalities }, archive) =>
      [...municipalities].map(([code, practices]) => {
        const place = archive.places.get(code);
        const group = place?.province ? textsOf(language, archive).province(placeName(place.province, language)) : "";
        return {
          name: placeName(place, language),
          permalink: permalinks.municipality(language, code),
          practices,
          group,
          size: bandOf(place?.population),
        };
      }),
    figure: municipalityMap,
  },
  {
    kind: "innovators",
    position: 5,
    permalink: permalinks.innovators,
    title: (t) => t.innovatorsTitle,
    subjects: ({ language, innovators }) =>
      [...innovators.values()].map(({ name, slug, practices }) => {
        const group = /\p{L}|\d/u.exec(name)?.[0].toLocaleUpperCase(language) ?? "";
        return { name, permalink: permalinks.innovator(language, slug), practices, group };
      }),
  },
];

/** Pages that list all themes, years, municipalities or innovators with their numbers of practices. */
export const subjectIndexes: readonly Output[] = indexes.map((index) => ({
  kind: index.kind,
  needs: "fullSite",
  traits: ["page", "indexed", "offline"],
  menu: {
    position: index.position,
    label: index.title,
    permalink: index.permalink,
  },
  plan: perEdition(index.kind, (edition, archive) =>
    index.subjects(edition, archive).length > 0 ? [{ permalink: index.permalink(edition.language) }] : [],
  ),
  render: (route, context) => {
    const t = textsOf(route.language, context.archive);
    const link = relativeUrlFor(route, context);
    const title = index.title(t);
    const groups = new Map<string, { name: string; href: string; count: string; size: string }[]>();
    for (const { name, permalink, practices, group, size = "" } of index.subjects(
      editionOf(context, route.language),
      context.archive,
    )) {
      const entries = groups.get(group) ?? [];
      entries.push({ name, href: link(permalink), count: formatCount(practices.length, route.language), size });
      groups.set(group, entries);
    }
    const view = {
      ...layoutView(route, context, { title, description: `${title}.` }),
      figure: index.figure?.(editionOf(context, route.language), context.archive, link) ?? null,
      groups: [...groups].map(([name, subjects]) => ({ name, subjects })),
    };
    return context.templates.render("subjects.njk", view);
  },
}));
