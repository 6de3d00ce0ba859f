import type { UsualSection } from "../../core/model/body.ts";

/** The expected sections of a practice. */
export interface SectionTexts {
  /** Their headings, recognised in any case and in the text of any language. */
  readonly names: Readonly<Record<UsualSection, string>>;
  /** What a new practice says in them until somebody has written them. */
  readonly guidance: Readonly<Record<UsualSection, string>>;
  /** Heading over what the import of an old page found no place for. */
  readonly unplaced: string;
}
