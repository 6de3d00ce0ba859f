/** Why YAML could not be read, where no code of its own says it better. */
export type YamlReason =
  | "indentation"
  | "text-after-quote"
  | "text-below-quote"
  | "missing-colon"
  | "missing-space-after-hyphen"
  | "unclosed-bracket"
  | "reserved-character"
  | "alias"
  | "escape"
  | "not-fields"
  | "unexpected";

/** What can only be meant in one way although it is not written so. */
export type FieldRepairKind =
  | "before-fence"
  | "doubled-fence"
  | "fence"
  | "missing-fence"
  | "space"
  | "invisible"
  | "bullet"
  | "colon"
  | "missing-space"
  | "key"
  | "null"
  | "hyphen"
  | "quotes"
  | "dash"
  | "hard-hyphen"
  | "value";

/** What a value of a table of places must be. */
export type PlaceValue = "code" | "name" | "latitude" | "longitude" | "population";

/** Why a tally could not be fetched. */
export type UnreadableReason = "missing" | "not-a-file" | "denied" | "too-large" | "timeout" | "unreachable" | "status";

/** What a field of a tally must be. */
export type TallyExpectation = "json" | "object" | "count" | "root" | "time";

/** Which markup did not take, so that readers see its signs. */
export type RawMarkup =
  | "emphasis"
  | "lone-sign"
  | "heading"
  | "wiki-link"
  | "code"
  | "attributes"
  | "link"
  | "reference"
  | "definition"
  | "backticks"
  | "entity"
  | "checkbox"
  | "bullet"
  | "letter"
  | "number"
  | "table"
  | "table-rule";

/** What takes the place of a tag of HTML. */
export type HtmlFix = "markdown" | "link" | "image" | "table" | "delete" | "nothing";

/** Why words of a text are nowhere on its page. */
export type LostReason = "cell" | "code" | "definition";

/** Errors stop a build; warnings and notes never do. */
export type Severity = "error" | "warning" | "info";

/** Why an image is not published. */
export type UnreadableImage = "empty" | "not UTF-8" | "no drawing" | "damaged";

/** Why a picture cannot be printed: its code is wrong, it is of no kind that paper knows, or what Typst says. */
export type PictureFault = "code" | "data" | "other";
