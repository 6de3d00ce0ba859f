import type { Result } from "../../core/diagnostics/finding.ts";
import type { SourceFile } from "../../core/model/document.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import type { ContentListing } from "../../read/read-content.ts";
import { chooseMap, parseMap } from "../../read/read-map.ts";
import { parsePlaces, readDefaultPlaces, withPopulation } from "../../read/read-places.ts";

/** How the caller reads a file of the content and keeps what is found on the way. */
interface Reading {
  readonly read: (file: string | undefined) => SourceFile | undefined;
  readonly keep: <Value>(outcome: Result<Value>) => Value;
}

/** The places with their population and their map: those of the content folder, else those of Bulgaria. Findings: table/*, map/*. */
export function loadPlaces(
  listing: Pick<ContentListing, "places" | "population" | "map">,
  { read, keep }: Reading,
): Pick<Vocabulary, "places" | "map" | "census"> {
  const [placesFile, populationFile, mapFile] = [listing.places, listing.population, listing.map].map(read);
  const written = placesFile && keep(parsePlaces(placesFile));
  const table = written ?? readDefaultPlaces();
  const { places, census } = populationFile ? keep(withPopulation(table, populationFile)) : table;
  const rings = mapFile && keep(parseMap(mapFile));
  const own = written && placesFile && { file: placesFile.path, lines: written.lines };
  const map = keep(chooseMap({ places, rings, own }));
  return { places, census, map };
}
