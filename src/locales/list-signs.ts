/** Signs are shown so that an editor finds them; a text in another script has hundreds. */
const shownSigns = 12;

/** The first of some signs with spaces between. */
export function listSigns(signs: string): string {
  const all = signs.split(" ");
  return all.length > shownSigns ? `${all.slice(0, shownSigns).join(" ")} …` : signs;
}
