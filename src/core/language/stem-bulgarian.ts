/** Neuters with a longer plural: куче – кучета, време – времена. */
const neuters = "куче момче момиче теле агне пиле яре прасе магаре кафе шосе море поле цвете дърво рамо".split(" ");
const neutersInMe = "време име семе племе бреме знаме".split(" ");

/** Words whose forms follow no rule, by form. The stem is as long as those of words made from it: занаятчия, временен. */
const irregular: ReadonlyMap<string, string> = new Map(
  [
    ["дете", "дете детето деца децата"],
    ["човек", "човек човека човекът хора хората човеци"],
    ["ден", "ден деня денят дни дните"],
    ["път", "път пътя пътят пътища пътищата пътно"],
    ["занает", "занаят занаята занаятът занаяти занаятите"],
    ["край", "край края краят краища краищата"],
    ["око", "око окото очи очите"],
    ["ухо", "ухо ухото уши ушите"],
    ["господин", "господин господина господинът господа господата"],
    ["българ", "българин българина българинът българи българите"],
    ["татар", "татарин татарина татаринът татари татарите"],
    ["турк", "турчин турчина турчинът турци турците"],
    ["огн", "огън огъня огънят огньове огньовете"],
    ["ветр", "вятър вятъра вятърът ветрове ветровете"],
    ["лакт", "лакът лакътя лакътят лакти лактите"],
    ["нокт", "нокът нокътя нокътят нокти ноктите"],
    ["орл", "орел орела орелът орли орлите"],
    ["дял", "дял дяла делът делове деловете дялове дяловете"],
    ["бой", "бой боя боят боеве боевете"],
    ["рой", "рой роя роят роеве роевете рояци рояците"],
    ["шия", "шия шията шии шиите"],
    ["дядо", "дядо дядото дядовци дядовците"],
    ["песн", "песен песента песни песните"],
    ["вечер", "вечер вечерта вечери вечерите"],
    ["сутрин", "сутрин сутринта сутрини сутрините"],
    ["небе", "небе небето небеса небесата"],
    ["чудо", "чудо чудото чудеса чудесата"],
    ["врат", "врата вратата врати вратите"],
    ["лопат", "лопата лопатата лопати лопатите"],
    ["палат", "палата палатата палати палатите"],
    ["съд", "съдилище съдилището съдилища съдилищата"],
    ["чичо", "чичо чичото чичовци чичовците"],
    ["колен", "коляно коляното колене коленете колена колената"],
    ["цвет", "цветя цветята"],
    ["рам", "рамене раменете"],
    ...neuters.map((word) => [word.slice(0, -1), formsOf(word, `${word.slice(0, -1)}ета`)] as const),
    ...neutersInMe.map((word) => [word.slice(0, -1), formsOf(word, `${word.slice(0, -1)}ена`)] as const),
  ].flatMap(([stem = "", forms = ""]) => forms.split(" ").map((form) => [form, stem] as const)),
);

/** With the article and without. */
function formsOf(singular: string, plural: string): string {
  return [singular, `${singular}то`, plural, `${plural}та`].join(" ");
}

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
