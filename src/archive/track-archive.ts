import type { Cells } from "../core/cells/cells.ts";
import { TrackedMap, trackFields, trackWhole } from "../core/cells/tracked.ts";
import type { Archive, Edition } from "../core/model/archive.ts";
import type { Tally } from "../core/model/tally.ts";

/**
 * An archive that notes what is looked at in it. Its entries must be `TrackedEntry`s.
 *
 * @param arrangement tells how it is arranged, and what it is arranged of; "" if that is not known
 */
export function trackArchive(archive: Archive, cells: Cells, arrangement = ""): Archive {
  const [map, census] = [trackWhole(cells, "map", archive.map), trackWhole(cells, "census", archive.census)];
  const fields = trackWhole(cells, "fields", archive.fields);
  const tally = trackTally(archive.tally, cells);
  const { issues, ...arranged } = cells.announceBundle(arrangement, () => trackArranged(archive, cells));
  return {
    ...arranged,
    site: trackFields(cells, "site", archive.site),
    themes: new TrackedMap(cells, "theme", archive.themes),
    places: new TrackedMap(cells, "place", archive.places),
    data: trackFields(cells, "data", archive.data),
    versions: new TrackedMap(cells, "version", archive.versions),
    get map() {
      return map();
    },
    get census() {
      return census();
    },
    get fields() {
      return fields();
    },
    get issues() {
      return issues();
    },
    get tally() {
      return tally();
    },
  };
}

/** What follows from how the archive is arranged. */
function trackArranged(archive: Archive, cells: Cells) {
  const editions = [...archive.editions].map(
    ([language, edition]) => [language, trackEdition(edition, cells)] as const,
  );
  return {
    issues: trackWhole(cells, "issues", archive.issues),
    editions: new TrackedMap(cells, presence("language"), new Map(editions)),
    media: new TrackedMap(cells, "media", archive.media),
    adoptions: new TrackedMap(cells, "adoption", archive.adoptions),
    formerIds: new TrackedMap(cells, "former id", archive.formerIds),
  };
}

/** A map of which only the keys count: its values note themselves who looks into them. */
const presence = (name: string) => ({ name, tokenOf: () => "1" });

function trackEdition(edition: Edition, cells: Cells): Edition {
  const { language } = edition;
  const practices = trackWhole(cells, `list ${language}`, edition.practices);
  const list = <Key extends string, Value>(name: string, map: ReadonlyMap<Key, Value>) =>
    new TrackedMap(cells, `list ${language}/${name}`, map);
  return {
    language,
    get practices() {
      return practices();
    },
    practicesById: new TrackedMap(cells, presence(`practice ${language}`), edition.practicesById),
    pages: new TrackedMap(cells, presence(`page ${language}`), edition.pages),
    neighbours: new TrackedMap(cells, `neighbours ${language}`, edition.neighbours),
    related: new TrackedMap(cells, `related ${language}`, edition.related),
    themes: list("theme", edition.themes),
    years: list("year", edition.years),
    municipalities: list("municipality", edition.municipalities),
    sizes: list("size", edition.sizes),
    innovators: list("innovator", edition.innovators),
    innovatorSlugs: new TrackedMap(cells, `innovator ${language}`, edition.innovatorSlugs),
    facets: list("facet", edition.facets),
    facetNames: new TrackedMap(cells, `facet ${language}`, edition.facetNames),
    issues: list("issue", edition.issues),
  };
}

/** Votes are looked at practice by practice; that there are any is a value of its own. */
function trackTally(tally: Tally | undefined, cells: Cells): () => Tally | undefined {
  const isThere = trackWhole(cells, "tally there", tally !== undefined);
  const tracked =
    tally && trackFields(cells, "tally", { ...tally, counts: new TrackedMap(cells, "votes", tally.counts) });
  return () => (isThere() ? tracked : undefined);
}
