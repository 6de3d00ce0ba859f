const hard = "\u00a0";

/** What is counted or measured stands on the line of its number; so does what the pages themselves count. */
const unit =
  /(?:лв|лева|лев|ст|евро|щ\.д|EUR|BGN|USD|€|\$|%|‰|°C?|г|год|години|година|век|ч|h|мин|min|сек|стр|pp?|лица|пъти|жители|inhabitants|практик[аи]|общин[аи]|новатори?|номинаци[яи]|страниц[аи]|листа?|реда?|practices?|municipalit(?:y|ies)|innovators?|nominations?|pages?|sheets?|rows?|дка|ха|кв|куб|км|см|мм|м|кг|мг|т|л|мл|бр|млн|млрд|хил|km|cm|mm|m|ha|[mм][²³]|kg|g|t|[kMG]?Wh?|kWp|kV|V|[kMGT]B|dB|[kM]?Hz|million|billion|thousand|leva|euros?)(?![\p{L}\d])/uy;
const month =
  /(?:януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември|January|February|March|April|May|June|July|August|September|October|November|December)(?!\p{L})/uy;
/** What thousands and millions are of. */
const counted = /(?:лв|лева|евро|EUR|BGN|жители|души|кв|куб|тона?)(?!\p{L})/uy;
const group = /\d{3}(?![\d:/])/y;
/** The beginning of a number in groups of three; one that begins with more digits is a telephone. */
const groupsBefore = /(?<![\d.,:/-]|\d )\d{1,3}(?: \d{3})*$/;

/** What stands behind an abbreviation on the same line: a number, a name, an amount of money. */
const abbreviations: ReadonlyMap<string, RegExp> = new Map([
  ..."чл ал гл стр сл табл фиг бр бл вх ет ап тел изд No Nos no Art art pp p Vol vol Fig fig tel Tel Тел"
    .split(" ")
    .map((word) => [word, /[\d„“"+(]/y] as const),
  ..."гр с общ обл ул бул пл м р вр св инж арх проф доц акад ас ст ген полк кап Mr Mrs Ms Dr Prof St Инж Арх Проф Доц Акад Св"
    .split(" ")
    .map((word) => [word, /[„“"]?\p{Lu}/uy] as const),
  ..."млн млрд хил".split(" ").map((word) => [word, counted] as const),
  // „кв. Младост“ and „кв. м“
  ["кв", /[„“"]?\p{Lu}|[дск]?м(?!\p{L})/uy],
  ..."куб sq cu".split(" ").map((word) => [word, /(?:[дск]?м|[dck]?m|ft)(?!\p{L})/uy] as const),
  ["т", /\d|(?:нар|е|н)\./y],
]);

/** „И. Петрова“ */
const initial = /^\p{Lu}$/u;
const name = /\p{Lu}\p{Ll}/uy;

/** и др., и т.н.: they end what is listed. */
const ending = /(?:др|пр|т\.\s?н)\./y;
const title = /(?<![\p{L}\d])(?:г-н|г-жа|г-ца|д-р)$/iu;

/** Where a script writes a number: „{count} практики“. */
const placeholder = /\{\w+\}$/;

/** A space that may be bound, with the sign before or behind it that says so; found by one pattern, because every text is read. */
const candidate = /[\d№§.}] | [–—·|/](?= |$)|и (?=(?:др|пр|т)\.)|-(?:н|р|жа|ца) |(?:BGN|EUR|USD|GBP) (?=\d)/g;

/**
 * Sets no-break spaces where a line must not end: within numbers, between a number and what it counts, between an
 * abbreviation or sign and what belongs to it, before dashes. Nothing but spaces changes.
 */
export function bindWithHardSpaces(text: string): string {
  let bound = "";
  let from = 0;
  candidate.lastIndex = 0;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const { 0: signs, index } = match;
    const at = signs.startsWith(" ") ? index : index + signs.length - 1;
    if (at === 0 || !(isLatinCapital(signs) || isBound(text, at))) continue;
    bound += text.slice(from, at) + hard;
    from = at + 1;
  }
  return from === 0 ? text : bound + text.slice(from);
}

/** “BGN 300”: the only signs of the pattern that begin with such a letter. */
const isLatinCapital = (signs: string): boolean => signs.charCodeAt(0) >= 65 && signs.charCodeAt(0) <= 90;

/** Whether what stands on both sides of a space belongs together. */
function isBound(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (isSeparator(text, at + 1) && before > 32) return true;
  if (before >= codes.zero && before <= codes.nine) return isAfterNumber(text, at);
  switch (before) {
    case codes.brace:
      return matchesAt(unit, text, at + 1) && placeholder.test(text.slice(Math.max(0, at - 9), at));
    case codes.numero:
    case codes.section:
      return /\d/.test(text[at + 1] ?? "");
    case codes.stop:
      return isAfterAbbreviation(text, at);
    case codes.i:
      return matchesAt(ending, text, at + 1) && !/\p{L}/u.test(text[at - 2] ?? "");
    case codes.n:
    case codes.a:
    case codes.r:
      if (text[at - 2] !== "-" && text[at - 3] !== "-") return false;
      return title.test(text.slice(Math.max(0, at - 5), at));
    default:
      return false;
  }
}

const codeOf = (sign: string): number => sign.charCodeAt(0);
const codes = {
  zero: codeOf("0"),
  nine: codeOf("9"),
  numero: codeOf("№"),
  section: codeOf("§"),
  stop: codeOf("."),
  brace: codeOf("}"),
  // The last letters of „и“, „г-н“, „г-жа“ and „д-р“.
  i: codeOf("и"),
  n: codeOf("н"),
  a: codeOf("а"),
  r: codeOf("р"),
};
const separators: ReadonlySet<number> = new Set(["–", "—", "·", "|", "/"].map(codeOf));

/** No line begins with a dash or with a sign between parts. */
function isSeparator(text: string, at: number): boolean {
  return separators.has(text.charCodeAt(at)) && (at + 1 === text.length || text[at + 1] === " ");
}

function isAfterNumber(text: string, at: number): boolean {
  if (matchesAt(unit, text, at + 1)) return true;
  if (matchesAt(month, text, at + 1)) return /(?<!\d)[0-3]?\d$/.test(text.slice(Math.max(0, at - 3), at));
  return matchesAt(group, text, at + 1) && groupsBefore.test(text.slice(Math.max(0, at - 24), at));
}

function isAfterAbbreviation(text: string, at: number): boolean {
  let start = at - 1;
  while (start > 0 && at - start < 7 && isLetter(text.charCodeAt(start - 1))) start--;
  const word = text.slice(start, at - 1);
  const next = abbreviations.get(word) ?? (initial.test(word) ? name : undefined);
  return next !== undefined && !/[\d.-]/.test(text[start - 1] ?? "") && matchesAt(next, text, at + 1);
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Latin and Cyrillic letters, and nothing that stands around words. */
function isLetter(code: number): boolean {
  return code > 64 && code < 0x2000;
}
