import type { PlaceValue } from "../../core/diagnostics/kinds.ts";
import type { PlacesTexts } from "../types/diagnostics.ts";

const meant = (nearest: string | undefined, otherwise: string): string =>
  nearest ? `Did you mean “${nearest}”?` : otherwise;

const values: Readonly<Record<PlaceValue, { readonly name: string; readonly hint: string }>> = {
  code: { name: "code", hint: "Every row has a code of its own, which becomes part of the address of its page." },
  name: { name: "name", hint: "Fill in the column name, or name_en." },
  latitude: { name: "latitude", hint: "The column lat is in degrees from -90 to 90, for example 42.68." },
  longitude: { name: "longitude", hint: "The column lon is in degrees from -180 to 180, for example 26.33." },
  population: { name: "number of inhabitants", hint: "Write a whole number, for example 28440, or leave it empty." },
};

/** What is wrong with the places of an archive, their population and their map. */
export const placesDiagnostics: PlacesTexts = {
  "site/invalid-places": ({ reason }) => ({
    message: `The table cannot be read: ${reason}`,
    hint: "Save it from the spreadsheet as CSV (UTF-8).",
  }),
  "table/missing-column": ({ column, columns }) => ({
    message: `The table has no column ${column}.`,
    hint: `The first line names the columns; these are known: ${columns}`,
  }),
  "table/unknown-column": ({ column, nearest }) => ({
    message: `The column ${column} is not read.`,
    hint: meant(nearest, "docs/places.md describes the columns that are."),
  }),
  "table/row-length": ({ expected, found }) => ({
    message: `There are ${expected} columns, and this row has ${found} values.`,
    hint: 'A value with a comma goes into quotation marks: "Washington, D.C."',
  }),
  "table/value": ({ expected, written }) => ({
    message:
      written === "" ? `This row has no ${values[expected].name}.` : `“${written}” is no ${values[expected].name}.`,
    hint: values[expected].hint,
  }),
  "table/same-code": ({ code, first }) => ({
    message: `The code ${code} stands in line ${first} already.`,
    hint: "Give one of the two places another code, or remove the row that is one too many.",
  }),
  "table/unknown-code": ({ code }) => ({
    message: `The archive has no place with the code ${code}; this row is not read.`,
    hint: "The code must be in places.csv or, without that file, one of a Bulgarian municipality.",
  }),
  "map/invalid": ({ reason }) => ({
    message: `The map cannot be read: ${reason}`,
    hint: "Export it as GeoJSON again.",
  }),
  "map/other-type": ({ type }) => ({
    message: type === "" ? "This file is no GeoJSON." : `“${type}” is no type of GeoJSON.`,
    hint: "It takes a FeatureCollection, Feature, Polygon or MultiPolygon; TopoJSON and other formats can be converted to GeoJSON, for example at mapshaper.org.",
  }),
  "map/degrees": ({ written }) => ({
    message: `“${written}” is no point in degrees.`,
    hint: "Points are [longitude, latitude] in WGS 84 (EPSG:4326). Export the map in this coordinate system.",
  }),
  "map/no-areas": () => ({
    message: "The map has no areas, and nothing else of it is drawn.",
    hint: 'Borders must be a Polygon or MultiPolygon. A map without outline is {"type":"FeatureCollection","features":[]}.',
  }),
  "map/place-outside": ({ code, name }) => ({
    message: `${name} (${code}) lies outside of the map and will not be seen on it.`,
    hint: "Check lat and lon (are they exchanged?), or give another map in content/map.geojson.",
  }),
};
