/** Neuters with a longer plural: куче – кучета, време – времена. */
const neuters = "куч момч момич тел агн пил яр прас магар каф шос мор пол цвет".split(" ");
const neutersInMe = "врем им сем плем брем знам".split(" ");

/**
 * Words whose forms follow no rule: the stem, then the forms without articles. The stem is as long as those of words made from it:
 * занаятчия, временен.
 */
const irregularWords: readonly string[] = [
  "дете дете деца",
  "човек човек хора човеци",
  "ден ден деня денят дни",
  "път път пътища пътно",
  "занает занаят занаяти",
  "край край края краят краища",
  "око око очи",
  "ухо ухо уши",
  "господин господин господа",
  "българ българин българи",
  "татар татарин татари",
  "турк турчин турци",
  "огн огън огньове",
  "ветр вятър ветрове",
  "лакт лакът лакти",
  "нокт нокът нокти",
  "орл орел орли",
  "дял дял делът делове дялове",
  "бой бой боя боят боеве",
  "рой рой роя роят роеве рояци",
  "шия шия шии",
  "дядо дядо дядовци",
  "песн песен песента песни",
  "вечер вечер вечерта вечери",
  "сутрин сутрин сутринта сутрини",
  "небе небе небеса",
  "чудо чудо чудеса",
  "врат врата врати",
  "лопат лопата лопати",
  "палат палата палати",
  "съд съдилище съдилища",
  "чичо чичо чичовци",
  "колен коляно колене колена",
  "дърв дърво дървета",
  "цвет цветя",
  "рам рамо рамене рамена",
  ...neuters.map((stem) => `${stem} ${stem}е ${stem}ета`),
  ...neutersInMe.map((stem) => `${stem} ${stem}е ${stem}ена`),
];

/** The long articles are taken away before a form is looked for. A form takes one of these or none; with the others it is no word. */
const shortArticles = ["", "а", "я"];

/** Stems of irregular words by form. */
const irregular: ReadonlyMap<string, string> = new Map(
  irregularWords.flatMap((word) => {
    const [stem = "", ...forms] = word.split(" ");
    return forms.flatMap((form) => shortArticles.map((article) => [form + article, stem] as const));
  }),
);

const shortest = 3;

/** Endings of the article after which enough of a word is left. */
const articles: readonly (readonly [ending: string, before: RegExp])[] = [
  ["ът", /./],
  ["ят", /./],
  ["та", /(?:[ая]|[щт])$/],
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
  // граждани – гражданин, селяни – селянин
  stem = stem.replace(/(?<=.{2})(?:анин|янин|ян)$/u, "ан");
  // резултатът, whose „резултата“ looks like водата; заплати – заплата
  stem = stem.replace(/(?<=.{4})ат$/u, "");
  // успях – успех, бряг – брегове, хляб – хлебове
  stem = stem.replace(/я(?=[^аеиоуъюя]+$)/u, "е");
  // отпадъци – отпадък, залози – залог, монаси – монах
  stem = stem
    .replace(/ц$/u, "к")
    .replace(/з$/u, "г")
    .replace(/(?<=.{3})х$/u, "с");
  // европейци – европеец
  stem = stem.replace(/ейк$/u, "еек");
  // отпадък – отпадк(а), театър – театр(и), център – центр(ове)
  if (stem.length > 4) stem = stem.replace(/ъ(?=[кнрл]$)/u, "");
  // общинен – общинн(и), чужденец – чужденц(и), котел – котл(и)
  if (stem.length > 4) stem = stem.replace(/е(?=[нклц]$)/u, "");
  return stem;
}
