import type { Severity } from "./kinds.ts";

/** The part of the catalogue that is about pages, documents and tables that are imported. */
export interface ImportParameters {
  "import/unreadable": { reason: string; what: "file" | "folder" };
  "import/not-a-practice": object;
  "import/encoding-guessed": { encoding: string };
  "import/no-title": { title: string };
  "import/no-date": { value: string };
  "import/date-without-day": { value: string; day: string };
  "import/url-mended": { written: string; fixed: string };
  "import/url-unusable": { written: string };
  "import/masked-email": object;
  "import/section-twice": { section: string };
  "import/odd-bullet": { text: string };
  "import/foreign-paragraph": { text: string };
  "import/unplaced": { text: string };
  "import/picture-elsewhere": { address: string };
  "import/link-dropped": { address: string };
  "import/no-sections": object;
  "import/several-practices": { tried: boolean };
  "import/menu-dropped": { text: string };
  "import/picture-kind": { kind: string; text: string };
  "import/kind-unknown": { kind: string; count: number };
  "import/map-target": { target: string; nearest: string | undefined; known: string };
  "import/map-column": { heading: string; nearest: string | undefined };
  "import/no-title-column": { headings: string };
  "import/no-table": { text: string; holds: "nothing" | "headings" | "column" };
  "import/unclosed-quote": { row: number };
  "import/cell-doubt": { column: string; value: string; field: string };
  "import/row-title": { title: string };
  "import/row-above": { text: string };
  "import/rows-joined": { row: number };
  "import/column-left-out": { column: string; values: string };
  "import/column-guessed": { column: string; target: string };
  "import/left-alone": { path: string };
  "import/list-page": object;
  "import/shortcode": { text: string };
  "import/updated": { path: string; parts: string };
  "import/both-changed": { path: string; part: string; source: string };
  "import/no-record": { path: string; part: string; source: string };
}

export const importSeverities: Readonly<Record<keyof ImportParameters, Severity>> = {
  "import/unreadable": "error",
  "import/not-a-practice": "error",
  "import/encoding-guessed": "info",
  "import/no-title": "warning",
  "import/no-date": "warning",
  "import/date-without-day": "warning",
  "import/url-mended": "warning",
  "import/url-unusable": "warning",
  "import/masked-email": "warning",
  "import/section-twice": "warning",
  "import/odd-bullet": "info",
  "import/foreign-paragraph": "warning",
  "import/unplaced": "warning",
  "import/picture-elsewhere": "warning",
  "import/link-dropped": "warning",
  "import/no-sections": "warning",
  "import/several-practices": "error",
  "import/menu-dropped": "info",
  "import/picture-kind": "warning",
  "import/kind-unknown": "error",
  "import/map-target": "error",
  "import/map-column": "error",
  "import/no-title-column": "error",
  "import/no-table": "warning",
  "import/unclosed-quote": "error",
  "import/cell-doubt": "warning",
  "import/row-title": "warning",
  "import/row-above": "info",
  "import/rows-joined": "info",
  "import/column-left-out": "info",
  "import/column-guessed": "warning",
  "import/left-alone": "info",
  "import/list-page": "info",
  "import/shortcode": "warning",
  "import/updated": "info",
  "import/both-changed": "warning",
  "import/no-record": "warning",
};
