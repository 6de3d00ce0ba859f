/** Words whose forms follow no rule, by form. */
const irregular: ReadonlyMap<string, string> = new Map(
  [
    ["дете", "дете детето деца децата"],
    ["човек", "човек човека човекът хора хората човеци"],
    ["ден", "ден деня денят дни дните"],
    ["път", "път пътя пътят пътища пътищата пътно"],
    ["занаят", "занаят занаята занаятът занаяти занаятите"],
    ["край", "край края краят краища краищата"],
    ["око", "око окото очи очите"],
    ["ухо", "ухо ухото уши ушите"],
    ["господин", "господин господина господинът господа господата"],
  ].flatMap(([stem = "", forms = ""]) => forms.split(" ").map((form) => [form, stem] as const)),
);

const shortest = 3;

/** Endings of the article after which enough of a word is left. */
const articles: readonly (readonly [ending: string, before: RegExp])[] = [
  ["ът", /./],
  ["ят", /./],
  ["та", /(?:[ая]|ст|щ)$/],
  ["то", /[ое]$/],
  ["те", /[ие]$/],
];

/**
 * The stem that the forms of a Bulgarian word share: number, article and gender are taken off, derivation is not (водач is
 * not вода). A light stemmer: it need not find a word's root, but must give all its forms the same stem.
 *
 * @param word in lower case, without accents
 */
export function stemBulgarian(word: string): string {
  const known = irregular.get(word);
  if (known) return known;
  let stem = withoutArticle(word);
  const whole = irregular.get(stem);
  if (whole) return whole;
  stem = stem.replace(/(?<=.{3})(?:ове|еве|йове)$/u, "");
  stem = withoutEndVowels(stem);
  return levelEnd(stem);
}

function withoutArticle(word: string): string {
  for (const [ending, before] of articles) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    if (rest.length >= shortest && before.test(rest)) return rest;
  }
  return word;
}

/** -а, -и, -ия, -ии, -ите, … */
function withoutEndVowels(word: string): string {
  let end = word.length;
  while (end > shortest && "аеиоуюяй".includes(word[end - 1] ?? "")) end--;
  return word.slice(0, end);
}

/** What changes at the end of a stem from form to form. */
function levelEnd(word: string): string {
  let stem = word;
  // граждани – гражданин, пловдивчани – пловдивчанин
  stem = stem.replace(/(?<=.{2})(?:анин|янин)$/u, "ан");
  // успях – успех, бряг – брегове, хляб – хлебове
  stem = stem.replace(/я(?=[^аеиоуъюя]+$)/u, "е");
  // отпадъци – отпадък, бизнесмени; подлог – подлози
  stem = stem.replace(/ц$/u, "к").replace(/з$/u, "г");
  // отпадък – отпадк(а), театър – театр(и), център – центр(ове)
  if (stem.length > 4) stem = stem.replace(/ъ(?=[кнрл]$)/u, "");
  // общинен – общинн(и), чужденец – чужденц(и)
  if (stem.length > 4) stem = stem.replace(/е(?=[нкц]$)/u, "");
  return stem;
}
