import type { PlaceValue, Severity } from "./kinds.ts";

/** What may be wrong with the places of an archive, their population and their map: the values that the texts need. */
export interface PlacesParameters {
  "site/invalid-places": { reason: string };
  "table/missing-column": { column: string; columns: string };
  "table/unknown-column": { column: string; nearest: string | undefined };
  "table/row-length": { expected: number; found: number };
  "table/value": { expected: PlaceValue; written: string };
  "table/same-code": { code: string; first: number };
  "table/unknown-code": { code: string };
  "map/invalid": { reason: string };
  "map/other-type": { type: string };
  "map/degrees": { written: string };
  "map/no-areas": object;
  "map/place-outside": { code: string; name: string };
}

export const placesSeverities: Readonly<Record<keyof PlacesParameters, Severity>> = {
  "site/invalid-places": "error",
  "table/missing-column": "error",
  "table/unknown-column": "warning",
  "table/row-length": "error",
  "table/value": "error",
  "table/same-code": "error",
  "table/unknown-code": "warning",
  "map/invalid": "error",
  "map/other-type": "error",
  "map/degrees": "error",
  "map/no-areas": "warning",
  "map/place-outside": "warning",
};
