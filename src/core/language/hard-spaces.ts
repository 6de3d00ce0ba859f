const hard = "\u00a0";

/** A cheap first test: nearly no word has such a place. */
const candidate = /[\d№§½¼¾] | [–—·|/]|\p{L}\. | и (?:др|т|пр)\.|(?:г-н|г-жа|г-ца|д-р) /u;

/** 14 800 and 1 250 000: groups of three. */
const groups = /(?<![\d.,:/-]|\d )(\d{1,3})((?: \d{3})+)(?![\d:/])/g;

/** What is counted or measured stands on the line of its number. */
const units =
  "лв|лева|лев|ст|евро|щ\\.д|EUR|BGN|USD|€|\\$|%|‰|°C|°|г\\.|год\\.|години|година|век|ч\\.|мин|сек|дка|ха|кв\\.|куб\\.|км|м|см|мм|m|km|cm|mm|ha|m²|m³|м²|м³|кг|г|мг|т|л|мл|kg|g|t|kWh|MWh|GWh|kWp|kW|MW|kV|V|W|GB|MB|kB|TB|dB|Hz|kHz|MHz|млн|млрд|хил|бр\\.|million|billion|thousand|млн\\.|млрд\\.|хил\\.|stotinki|leva|euros?";
const amount = new RegExp(`(?<=[\\d½¼¾]) (?=(?:${units})(?![\\p{L}\\d]))`, "gu");
const month =
  /(?<=(?<!\d)[0-3]?\d) (?=(?:януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември|January|February|March|April|May|June|July|August|September|October|November|December)(?!\p{L}))/gu;

/** „хил. лв.“ and “million euros” go on. */
const scaled =
  /(?<=\d\u00a0(?:млн|млрд|хил)\.?|\d\u00a0(?:million|billion|thousand)) (?=(?:лв|лева|евро|EUR|BGN|leva|euros?)(?!\p{L}))/gu;

/** № 5, § 12, чл. 3, стр. 14: the sign stands on the line of its number. */
const sign =
  /(?<=[№§]|(?<![\p{L}\d.])(?:чл|ал|стр|сл|табл|фиг|бр|бл|вх|ет|ап|тел|изд|No|Nos|no|Art|art|pp|Vol|vol|Fig|fig|tel|Tel|т|p|Тел|ДВ, бр)\.) (?=[\d„“"(+])/gu;

/** гр. Белене, ул. „Дунав“, д-р Иванов: an abbreviation stands on the line of its name. */
const title =
  /(?<=(?<![\p{L}\d.-])(?:(?:гр|с|общ|обл|ул|бул|пл|ж\.к|кв|м|р|вр|св|инж|арх|проф|доц|акад|ас|ст|ген|полк|кап|Mr|Mrs|Ms|Dr|Prof|St|Инж|Арх|Проф|Доц|Акад|Св)\.|г-н|г-жа|г-ца|д-р|Г-н|Г-жа|Д-р)) (?=[„“"]?\p{Lu})/gu;

/** и др., и т.н.: they end what is listed. */
const ending = /(?<=(?<!\p{L})и) (?=(?:др|т\.\s?н|пр)\.)|(?<=(?<!\p{L})т\.) (?=(?:нар|е|н)\.)/gu;

/** No line begins with a dash or with a sign between parts. */
const separator = /(?<=\S) (?=(?:–|—|·|\||\/)(?: |$))/g;

/**
 * Sets no-break spaces where a line must not end: within numbers, between a number and what it counts, between an
 * abbreviation or sign and what belongs to it, before dashes. Nothing but spaces changes.
 */
export function bindWithHardSpaces(text: string): string {
  if (!candidate.test(text)) return text;
  return text
    .replace(groups, (_, first: string, others: string) => first + others.replaceAll(" ", hard))
    .replace(amount, hard)
    .replace(month, hard)
    .replace(scaled, hard)
    .replace(sign, hard)
    .replace(title, hard)
    .replace(ending, hard)
    .replace(separator, hard);
}
