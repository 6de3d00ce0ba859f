import type { Edition, PracticeEntry } from "../../core/model/archive.ts";
import type { Permalink } from "../../core/model/ids.ts";
import { type SubjectList, subjectLists } from "../lists/subject-lists.ts";

/** A list of which there is a booklet. */
export interface BookletList {
  readonly list: SubjectList;
  readonly key: string;
  /** Of the list. */
  readonly permalink: Permalink;
  readonly practices: readonly [PracticeEntry, ...PracticeEntry[]];
}

const fewestPractices = 2;
/** At two or three pages each, more is no booklet for a meeting: readers print the selection of these practices, or an issue. */
const maxPractices = 24;

/**
 * The themes, years, municipalities and innovators with 2 to 24 practices: one practice is a sheet, and the pages of longer booklets would
 * be a third of the site.
 */
export function listBooklets(edition: Edition): readonly BookletList[] {
  return subjectLists.flatMap((list) =>
    [...list.keys(edition)].flatMap((key) => {
      const [first, ...others] = list.find(edition, key);
      if (!first || others.length + 1 < fewestPractices || others.length + 1 > maxPractices) return [];
      return [{ list, key, permalink: list.permalink(edition.language, key), practices: [first, ...others] as const }];
    }),
  );
}
