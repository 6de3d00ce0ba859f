/** Words in which British spelling has -our and American -or. */
const ours =
  /^(arm|behavi|cand|clam|col|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|rig|rum|sav|savi|splend|succ|tum|val|vap|vig)our/;

const rules: readonly (readonly [RegExp, string])[] = [
  [ours, "$1or"],
  [/(?<=[a-z]{3})is(?=(?:e|ed|er|ers|es|ing|ations?|ational)$)/, "iz"],
  [/(?<=[a-z]{2})ys(?=(?:e|ed|er|ers|es|ing)$)/, "yz"],
  [/^(calib|cent|fib|kilomet|lit|met|sab|spect|theat)re(?=s?$)/, "$1er"],
  [/^(pro|dia)gramme(?=s?$)/, "$1gram"],
  [/^(ana|cata|dia|epi|mono|pro)logue(?=[sd]?$)/, "$1log"],
  [/^(def|lic|off|pret)ence(?=s?$)/, "$1ense"],
  [/^(cance|counse|fue|labe|leve|mode|signa|trave)ll(?=(?:ed|er|ers|ing)$)/, "$1l"],
  [/^(acknowledg|judg)ement(?=s?$)/, "$1ment"],
  [/^ageing$/, "aging"],
];

/**
 * English words in one spelling, whichever side of the ocean they were typed on: organisation and organization, labour and labor. Not
 * always a spelling that exists: it only has to be the same for both.
 *
 * @param word in lower case
 */
export function levelSpelling(word: string): string {
  for (const [pattern, level] of rules) {
    if (pattern.test(word)) return word.replace(pattern, level);
  }
  return word;
}
