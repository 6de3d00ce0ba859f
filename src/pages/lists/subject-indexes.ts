import { permalinks } from "../../archive/permalinks.ts";
import { createComparer } from "../../core/language/collate.ts";
import { filingName } from "../../core/language/filing-name.ts";
import { formatCount } from "../../core/language/format.ts";
import { type Language, localize } from "../../core/language/language.ts";
import type { Archive, Edition, PracticeEntry } from "../../core/model/archive.ts";
import type { Permalink } from "../../core/model/ids.ts";
import { bandOf, type SizeBand } from "../../core/model/size-bands.ts";
import { locales } from "../../locales/locales.ts";
import { type ReaderTexts, textsOf } from "../../locales/texts-of.ts";
import { editionOf, type Output } from "../kit/context.ts";
import { mapFigure, type NamedArea } from "../kit/figures/map-figure.ts";
import { layoutView, relativeUrlFor } from "../kit/layout-view.ts";
import { perEdition } from "../kit/per-edition.ts";
import { placeName } from "../kit/place-name.ts";
import type { RelativeUrl } from "../kit/relative-url.ts";
import { themeSummary } from "./theme-summary.ts";

interface Subject {
  /** Words before the name by which it is not looked for, or "". */
  readonly kind?: string;
  readonly name: string;
  readonly permalink: Permalink;
  readonly practices: readonly PracticeEntry[];
  /** Heading under which it stands, or "". */
  readonly group: string;
  /** Of a place of known population. */
  readonly size?: SizeBand | undefined;
  /** Of a theme: a sentence about it, and its years. */
  readonly summary?: ReturnType<typeof themeSummary>;
}

interface SubjectIndex {
  readonly kind: "themes" | "municipalities" | "innovators";
  /** Of its menu entry. */
  readonly position: number;
  permalink(language: Language): Permalink;
  title(t: ReaderTexts): string;
  subjects(edition: Edition, archive: Archive): readonly Subject[];
  /** A drawing of the same figures. */
  figure?(edition: Edition, archive: Archive, link: RelativeUrl): ReturnType<typeof mapFigure> | null;
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
  const say = (count: number): string => t.practices(formatCount(count, language));
  const areas = [...provincesOf({ language, municipalities }, archive).values()];
  return mapFigure(counted, map, { label: t.mapLabel, say, areas });
}

/** All provinces by code, with the middles of all their municipalities and the practices of an edition. */
function provincesOf({ language, municipalities }: Pick<Edition, "language" | "municipalities">, { places }: Archive) {
  const provinces = new Map<string, NamedArea>();
  for (const [code, { province, point }] of places) {
    if (!province) continue;
    const { count = 0, points = [] } = provinces.get(province.code) ?? {};
    provinces.set(province.code, {
      name: placeName(province, language),
      count: count + (municipalities.get(code)?.length ?? 0),
      points: point ? [...points, point] : points,
    });
  }
  return provinces;
}

const indexes: readonly SubjectIndex[] = [
  {
    kind: "themes",
    position: 2,
    permalink: permalinks.themes,
    title: (t) => t.themesTitle,
    subjects: (edition, archive) =>
      [...edition.themes].map(([id, practices]) => {
        const name = localize(archive.themes.get(id)?.name, edition.language);
        const summary = themeSummary(edition, archive, id);
        return { name, permalink: permalinks.theme(edition.language, id), practices, group: "", summary };
      }),
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
    subjects: ({ language, innovators }) => {
      const compare = createComparer(language);
      const { bodies } = locales[language].writing;
      const filed = [...innovators.values()].map((entry) => ({ ...entry, ...filingName(entry.name, bodies) }));
      const sortKey = (name: string): string => name.replace(/^[^\p{L}\d]+/u, "");
      return filed
        .sort((a, b) => compare(sortKey(a.name), sortKey(b.name)) || compare(a.kind, b.kind))
        .map(({ kind, name, slug, practices }) => {
          const group = sortKey(name).charAt(0).toLocaleUpperCase(language);
          return { kind, name, permalink: permalinks.innovator(language, slug), practices, group };
        });
    },
  },
];

/** Pages that list all themes, municipalities or innovators with their numbers of practices. */
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
    const edition = editionOf(context, route.language);
    const subjects = index.subjects(edition, context.archive);
    const view = {
      ...layoutView(route, context, { title, description: `${title}.` }),
      figure: index.figure?.(edition, context.archive, link) ?? null,
      groups: [...Map.groupBy(subjects, ({ group }) => group)].map(([name, members]) => ({
        name,
        subjects: members.map((subject) => subjectView(subject, route.language, link)),
      })),
    };
    return context.templates.render(index.kind === "themes" ? "themes.njk" : "subjects.njk", view);
  },
}));

function subjectView(subject: Subject, language: Language, link: RelativeUrl) {
  const { kind = "", name, permalink, practices, size = "", summary } = subject;
  return { kind, name, href: link(permalink), count: formatCount(practices.length, language), size, ...summary };
}
