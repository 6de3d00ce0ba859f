import type { Language } from "../language/language.ts";
import type { PracticeFields } from "./fields/practice-fields.ts";
import type { RecordOf } from "./fields/values.ts";
import type { PracticeId } from "./ids.ts";

/**
 * One language version of a practice, as its file states it; the text itself is a `Body`. Its fields are those of the table; lists that are not
 * stated are empty.
 */
export interface Practice extends RecordOf<PracticeFields> {
  readonly id: PracticeId;
  readonly language: Language;
  /** Path relative to the root, such as `content/practices/2016/x.bg.md`. */
  readonly file: string;
}
