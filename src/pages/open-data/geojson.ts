import type { Archive } from "../../core/model/archive.ts";
import { dataRecords, entriesOf } from "./data-record.ts";

/** Practices as points on a map (RFC 7946): the middle of each municipality, WGS 84, longitude first. */
export function toGeoJson(archive: Archive): string {
  const records = dataRecords(archive);
  const features = entriesOf(archive).map(({ item }, index) => {
    const { id, language, title, date, themes, url } = records[index] ?? {};
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
  });
  const lines = features.map((feature) => JSON.stringify(feature)).join(",\n");
  return `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`;
}
