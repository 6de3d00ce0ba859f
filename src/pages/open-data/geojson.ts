import type { Archive, PracticeEntry } from "../../core/model/archive.ts";
import { separate } from "../kit/separate.ts";
import { type DataRecord, dataRecords } from "./data-record.ts";

/** Practices as points on a map (RFC 7946): the middle of each municipality, WGS 84, longitude first. */
export function* toGeoJson(archive: Archive): Generator<string> {
  yield '{"type":"FeatureCollection","features":[\n';
  yield* separate(dataRecords(archive), ",\n", ({ entry, record }) =>
    JSON.stringify(featureOf(entry, record, archive)),
  );
  yield "\n]}\n";
}

function featureOf({ item }: PracticeEntry, record: DataRecord, archive: Archive): object {
  const { id, language, title, date, themes, url } = record;
  const points = item.municipalities.flatMap((code) => {
    const point = archive.places.get(code)?.point;
    return point ? [[point.longitude, point.latitude]] : [];
  });
  return {
    type: "Feature",
    id: `${item.id}.${item.language}`,
    geometry:
      points.length === 0
        ? null
        : points.length === 1
          ? { type: "Point", coordinates: points[0] }
          : { type: "MultiPoint", coordinates: points },
    properties: { id, language, title, date, themes, url },
  };
}
