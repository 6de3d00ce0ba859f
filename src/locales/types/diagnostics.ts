import type { DiagnosticCode } from "../../core/diagnostics/catalogue.ts";
import type { PlacesParameters } from "../../core/diagnostics/places-catalogue.ts";
import type { DiagnosticTexts } from "../../core/diagnostics/texts.ts";

/** The texts of what is found on printed pages. */
export type PrintTexts = Pick<DiagnosticTexts, Extract<DiagnosticCode, `print/${string}`>>;

/** The texts of what is wrong with the fields and texts of an archive's own. */
export type FieldsTexts = Pick<
  DiagnosticTexts,
  Extract<
    DiagnosticCode,
    | `fields/${string}`
    | `texts/${string}`
    | "front-matter/invalid-number"
    | "front-matter/invalid-money"
    | "front-matter/sum-differs"
  >
>;

/** The texts of what keeps a site from being written. */
export type OutputTexts = Pick<DiagnosticTexts, Extract<DiagnosticCode, `output/${string}`>>;

/** The texts of what is wrong with places, their population and their map. */
export type PlacesTexts = Pick<DiagnosticTexts, keyof PlacesParameters>;

/** The texts of what is doubtful in pages of an old archive. */
export type ImportTexts = Pick<DiagnosticTexts, Extract<DiagnosticCode, `import/${string}`>>;

/** The texts of what is wrong with the Markdown of a text. */
export type MarkdownTexts = Pick<DiagnosticTexts, Extract<DiagnosticCode, `markdown/${string}` | "content/empty-part">>;

/** The codes of what an editor would fix in a text that is valid. */
type EditorialCode = Extract<
  DiagnosticCode,
  | `style/${string}`
  | `status/${string}`
  | `translation/${string}`
  | `address/${string}`
  | `editing/${string}`
  | "page/stale-statement"
  | "site/security-expires"
  | "media/unreferenced"
  | "content/near-duplicate"
>;

/** Their texts. */
export type EditorialTexts = Pick<DiagnosticTexts, EditorialCode>;

/** The codes of how files, names and fields are written. */
type ReadingCode = Extract<
  DiagnosticCode,
  | `name/${string}`
  | `yaml/${string}`
  | "content/not-utf8"
  | "content/control-character"
  | "content/merge-conflict"
  | "content/misread-letters"
  | "content/lost-letters"
  | "content/leftover"
  | "content/copy"
  | "content/misnamed"
  | "content/other-ending"
  | "content/placeholder"
  | "front-matter/repaired"
  | "front-matter/odd-date"
  | "front-matter/invalid-date"
  | "front-matter/several-values"
  | "link/own-address"
  | "link/preview-address"
  | "link/unwrapped"
  | "link/unpublished-file"
  | "media/same-name"
>;

/** Their texts. */
export type ReadingTexts = Pick<DiagnosticTexts, ReadingCode>;

/** The texts of findings in the look of a site and in what its templates load. */
export type DesignTexts = Pick<
  DiagnosticTexts,
  "look/missing-file" | "site/low-contrast" | "site/no-privacy-page" | "site/privacy-contradicts" | "template/refused"
>;
