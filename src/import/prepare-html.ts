import type { CheerioAPI } from "cheerio";

/** Before a line that stood out on its page: centred, or in large letters. No text holds it. */
export const prominentMark = "\ue000";

/** A picture that was inside its page or document. */
export interface EmbeddedPicture {
  readonly bytes: Buffer;
}

/** Takes the pictures out that a page holds as `data:` addresses; each is then called by a name. */
export function takeEmbeddedPictures(html: string): {
  readonly html: string;
  readonly pictures: ReadonlyMap<string, EmbeddedPicture>;
} {
  const pictures = new Map<string, EmbeddedPicture>();
  const without = html.replace(
    /data:image\/([a-z0-9.+-]+);base64,([A-Za-z0-9+/=\s]+)/gi,
    (_, type: string, data: string) => {
      const kind = type.toLowerCase().replace(/^x-|\+xml$/g, "");
      const name = `embedded-${pictures.size + 1}.${kind === "jpeg" ? "jpg" : kind}`;
      pictures.set(name, { bytes: Buffer.from(data, "base64") });
      return name;
    },
  );
  return { html: without, pictures };
}

/** Says in text or tags what Markdown has no mark for: raised digits, heads of tables, lines that stand out. */
export function prepareHtml(page: CheerioAPI): void {
  unwrapLayout(page);
  writeRaised(page);
  markHeads(page);
  const centred =
    'center, .praktika-prominent, [align="center"], [style*="text-align:center"], [style*="text-align: center"], font[size="+2"], font[size="5"], font[size="6"]';
  page(centred).each((_, element) => {
    const block = page(element);
    const text = block.text().trim();
    if (
      text !== "" &&
      text.length <= 200 &&
      !text.includes(prominentMark) &&
      block.find("p, div, table, h1, h2, h3, img").length === 0
    )
      block.prepend(prominentMark);
  });
}

/** Tables that place the parts of a page are no tables: those around others, or around headings and lists. */
function unwrapLayout(page: CheerioAPI): void {
  page("table").each((_, element) => {
    const table = page(element);
    const isLayout = table.find("table, h1, h2, h3, h4, ul, ol, hr").length > 0 || table.find("td p + p").length > 0;
    if (!isLayout) return;
    const own = (selector: string) => table.find(selector).filter((_, inner) => page(inner).closest("table").is(table));
    own("td, th").each((_, cell) => void page(cell).replaceWith(`<div>${page(cell).html() ?? ""}</div>`));
    for (const selector of ["tr", "tbody, thead, tfoot"])
      table
        .find(selector)
        .filter((_, inner) => page(inner).closest("table").is(table))
        .each((_, inner) => void page(inner).replaceWith(page(inner).contents()));
    table.replaceWith(table.contents());
  });
}

const raised: ReadonlyMap<string, string> = new Map(
  [..."0123456789+-()n"].map((sign, at) => [sign, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ"][at] ?? sign]),
);
const lowered: ReadonlyMap<string, string> = new Map(
  [..."0123456789+-()"].map((sign, at) => [sign, [..."₀₁₂₃₄₅₆₇₈₉₊₋₍₎"][at] ?? sign]),
);

/** „м<sup>2</sup>“ would read as 2 metres and more; letters stay as they are. */
function writeRaised(page: CheerioAPI): void {
  for (const [tag, signs] of [
    ["sup", raised],
    ["sub", lowered],
  ] as const)
    page(tag).each((_, element) => {
      const text = page(element).text().trim();
      if (page(element).find("a").length > 0 || text === "" || ![...text].every((sign) => signs.has(sign))) return;
      page(element).replaceWith([...text].map((sign) => signs.get(sign)).join(""));
    });
}

/** Word marks no head of a table: a first row of short, filled cells is one, but not in a table of labels and values. */
function markHeads(page: CheerioAPI): void {
  page("table").each((_, element) => {
    const rows = page(element).find("tr");
    if (page(element).find("th").length > 0 || rows.length < 2) return;
    const cells = rows.first().find("td");
    const texts = cells.toArray().map((cell) => page(cell).text().trim());
    if (texts.length < 2 || texts.some((text) => text === "" || text.length > 60 || text.endsWith(":"))) return;
    cells.each((_, cell) => void page(cell).replaceWith(`<th>${page(cell).html() ?? ""}</th>`));
  });
}
