/** Lines between the marks that git leaves in a file when a merge is not finished; from 1. */
export interface Conflict {
  readonly from: number;
  readonly to: number;
}

const opens = /^<{7}(?:\s|$)/;
const closes = /^>{7}(?:\s|$)/;
/** What was there before both changes; a row of a table ends in a bar. */
const base = /^\|{7} (?!.*\|\s*$)\S/;

/** Finds the marks of an unfinished merge: `<<<<<<<`, `|||||||`, `=======`, `>>>>>>>`; also one that was left when the others were deleted. */
export function findConflicts(text: string): readonly Conflict[] {
  if (!text.includes("<<<<<<<") && !text.includes(">>>>>>>") && !text.includes("||||||| ")) return [];
  const conflicts: Conflict[] = [];
  let from: number | undefined;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const number = index + 1;
    if (opens.test(line)) {
      if (from !== undefined) conflicts.push({ from, to: from });
      from = number;
    } else if (from === undefined && base.test(line)) {
      conflicts.push({ from: number, to: number });
    } else if (closes.test(line)) {
      conflicts.push({ from: from ?? number, to: number });
      from = undefined;
    }
  }
  return from === undefined ? conflicts : [...conflicts, { from, to: from }];
}
