/*
 * Pages as the old archive had them, each odd in its own way. A page is given by its lines as a reader sees them; the tests save it as
 * text, as HTML in two encodings and as a document of Word.
 */

export interface OddPage {
  readonly name: string;
  readonly lines: readonly string[];
}

const head = [
  "Foundation for Local Government Reform",
  "Иновационни практики в България",
  "Обмен на иновации за развитие на местното самоуправление",
];
const foot = [
  "Номинации: 12",
  "Мария Иванова",
  "кмет",
  "гр. Русе, 7000",
  "Tel: 082 881 802",
  "Fax:",
  "E-mail: [email protected]",
  "Номинирай",
  "назад",
  "Valid XHTML 1.0 Transitional",
  "Разпечатано от сайта на ФРМС - Printed from the FLGR Website.",
];
const background = ["Предистория", "Преди проекта улиците бяха тъмни, а сметките – високи."];
const practice = ["Практика", "Общината смени лампите и обучи хората.", "- първо центърът", "- после селата"];
const results = ["Резултати", "Сметката падна с 440,66lv, или BGN 30,000 за година."];
const facts = ["Интернет страница на проекта: www.ruse.bg", "Иноватор: Община Русе", "Дата на публикация: 09 юни 2016"];

const page = (name: string, ...parts: readonly (readonly string[])[]): OddPage => ({
  name,
  lines: [...head, ...parts.flat()],
});
const title = ["Светлина за всички", "Община Русе", "назад"];
const withFacts = (name: string, ...changed: readonly string[]): OddPage =>
  page(name, title, background, practice, results, changed, foot);
const withText = (name: string, ...text: readonly string[]): OddPage =>
  page(name, title, background, ["Практика", ...text], results, facts, foot);

const english = (name: string, ...changed: readonly string[]): OddPage => ({
  name,
  lines: [
    "Innovative practices in Bulgaria",
    "Light for everyone",
    "Rousse Municipality",
    "back",
    "Background",
    "The streets were dark and the bills were high.",
    "Practice",
    "The municipality replaced the lamps and trained the people.",
    ...changed,
    "Results",
    "The bill fell by a third.",
    "Innovator: Rousse Municipality",
    "Publication Date: 10 January 2006",
    "Nominations: 3",
    "Ivan Petrov",
    "Tel: -",
    "Nominate",
    "Printed from the FLGR Website",
  ],
});

export const oddPages: readonly OddPage[] = [
  page("an ordinary one", title, background, practice, results, facts, foot),
  page("without title and organisation", background, practice, results, facts, foot),
  page("without organisation", ["Светлина за всички"], background, practice, results, facts, foot),
  page("without results", title, background, practice, facts, foot),
  page("with an empty section", title, ["Предистория"], practice, results, facts, foot),
  page("without any heading", title, ["Направихме всичко сами.", "И се получи."], facts, foot),
  page(
    "with the background twice",
    title,
    background,
    practice,
    ["Предистория", "И още нещо отпреди."],
    results,
    facts,
    foot,
  ),
  page("with the sections in another order", title, results, background, practice, facts, foot),
  page(
    "with contact inside the results",
    title,
    background,
    practice,
    [...results, "За контакти: Мария, тел. 082 123"],
    facts,
    foot,
  ),
  page(
    "with an award as the first paragraph",
    title,
    ["Практиката получи наградата „Община новатор“ за 2007 г. от всички участници в конкурса."],
    background,
    practice,
    results,
    facts,
    foot,
  ),
  page("in capitals", ["СВЕТЛИНА ЗА ВСИЧКИ", "ОБЩИНА РУСЕ"], background, practice, results, facts, foot),
  page(
    "with headings in capitals and colons",
    title,
    ["ПРЕДИСТОРИЯ:", "Тъмно."],
    ["Практика:", "Светло."],
    ["РЕЗУЛТАТИ", "По-евтино."],
    facts,
    foot,
  ),
  withText("with bare sub-headings", "Първи стъпки", "Събрахме хората.", "Втори стъпки", "Купихме лампите."),
  withText("with numbers", "1. Първо", "2. Второ", "1. Отново първо", "2. Отново второ"),
  withText("with brackets behind numbers", "1) Първо;", "2) Второ;", "3) Трето."),
  withText("with a lost bullet", "n Първо изброено", "n Второ изброено"),
  withText("with double angles", ">> Първо изброено", ">> Второ изброено"),
  withText("with dashes", "– Първо изброено", "— Второ изброено"),
  withText("with round bullets", "• Първо изброено", "· Второ изброено"),
  withText("with a year at the beginning of a line", "2005. година беше добра.", "1998 г. беше началото."),
  withText(
    "with marks that Markdown knows",
    "Цена * брой = всичко_накрая и <край> & [скоби] `код` #5",
    "# не е заглавие",
    "> не е цитат",
    "| не е | таблица |",
    "---",
    "===",
  ),
  withText("with odd quotation marks", '„Средногорие 2020" и „Светлина” и “Light” и «Свет»'),
  withText("with lines of no-break spaces", "Преди", "\u00a0\u00a0\u00a0", "След\u00a0интервала", "\u00a0"),
  withText("with letters of the other alphabet", "Аdministrative и cъвет и Кaмък"),
  withText(
    "with an English paragraph",
    "This whole paragraph was written in English by somebody who had forgotten to translate it for the page.",
  ),
  withText("with letter-spaced words", "C a s e и С л у ч а й"),
  withText("with broken words", "nega tive и отри цателно"),
  withText("with lost apostrophes and dashes", "children s 2007 2013"),
  withText("with an address of mail that is hidden", "Пишете на [email protected] за още."),
  withText("with amounts", "440,66lv и BGN 30,000 и 1 234 567,89 лв."),
  withText("with an address of the web", "Вижте http://www.example.org/a_b_c?d=1&e=2 и www.example.org."),
  withText("with very long lines", "дума ".repeat(2_000)),
  withText("with soft hyphens", "дълго\u00adслож\u00adна дума"),
  withText("with a label in the text", "Дата: винаги първи понеделник от месеца", "Тел: само за спешни случаи"),
  ...[
    "10 January 2006",
    "01.04.2005 12:39",
    "03.01.2008, 16:59",
    "2017/04/01",
    "2006/05",
    "декември 2007г.",
    "09 юни 2016",
  ].map((date) => withFacts(`with the date ${date}`, "Иноватор: Община Русе", `Дата на публикация: ${date}`)),
  withFacts("with a date that is none", "Иноватор: Община Русе", "Дата на публикация: скоро"),
  withFacts("without a date", "Иноватор: Община Русе"),
  withFacts("with a dash for the innovator", "Иноватор: -", "Дата на публикация: 09 юни 2016"),
  withFacts("with a login for the innovator", "Иноватор: ros", "Дата на публикация: 09 юни 2016"),
  withFacts(
    "with an address broken by spaces",
    "Интернет страница на проекта: www . mezdra . dir . bg",
    "Иноватор: x",
    "Дата на публикация: 09 юни 2016",
  ),
  withFacts(
    "with an address that is none",
    "Интернет страница на проекта: още няма",
    "Иноватор: x",
    "Дата на публикация: 09 юни 2016",
  ),
  page("with “Not translated” everywhere", title, background, practice, results, facts, [
    "Номинации: 0",
    "Not translated",
    "Not translated",
    "Tel: Not translated",
    "Fax: -",
  ]),
  page("with much in the contact", title, background, practice, results, facts, [
    ...foot.slice(0, 4),
    "отдел „Околна среда“",
    "всеки делник",
    "и още един ред",
    "Tel: 1",
    "Tel: 2",
  ]),
  page("with nothing after the facts", title, background, practice, results, facts),
  page(
    "with partners in free text",
    title,
    background,
    practice,
    [...results, "Партньори: Сдружение „Светлина“, Фондация „Ден“"],
    facts,
    foot,
  ),
  english("in English"),
  english("in English with old transliteration", "Partners came from Bourgas and Straldja."),
  english(
    "in English with a Bulgarian paragraph",
    "Този абзац е останал на български език, защото никой не го е превел навреме за страницата.",
  ),
  english("in English with an apostrophe", "It is the children’s own idea."),
];
