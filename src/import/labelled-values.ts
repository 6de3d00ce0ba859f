import type { CheerioAPI } from "cheerio";

/** A row of a page that lists what it says by labels: „Организация | Община Елена“. */
export interface LabelledValue {
  readonly label: string;
  readonly text: string;
  readonly markdown: string;
}

/** Whether a text is the name of a field or of a section; `contact` where it only says how to reach somebody. */
export type LabelTest = (text: string) => "practice" | "contact" | undefined;

interface LabelOptions {
  readonly testLabel: LabelTest;
  readonly toMarkdown: (html: string) => string;
}

/** Takes tables of two columns, and lists of definitions, out of a page whose labels name most of a practice. Other tables stay. */
export function takeLabelledValues(
  page: CheerioAPI,
  { testLabel, toMarkdown }: LabelOptions,
): readonly LabelledValue[] {
  const taken: LabelledValue[] = [];
  const textOf = (html: string): string => {
    const inner = page("<div>").html(html);
    inner.find("br, p, li, div").append("\n");
    const text = inner
      .text()
      .replace(/[^\S\n]+/g, " ")
      .replace(/\s*\n\s*/g, "\n")
      .trim();
    return text || (inner.find("img").first().attr("src") ?? "");
  };
  const take = (pairs: readonly (readonly [string, string])[]): boolean => {
    const rows = pairs.map(([label, html]) => ({ label: textOf(label).replace(/\s*:$/, ""), html }));
    const tested = rows.map(({ label }) => testLabel(label));
    const known = tested.filter((test) => test !== undefined);
    const isRecord =
      rows.every(({ label }) => label.length <= 80) &&
      known.length * 2 >= rows.length &&
      known.filter((test) => test === "practice").length >= 2;
    if (isRecord)
      for (const { label, html } of rows) taken.push({ label, text: textOf(html), markdown: toMarkdown(html) });
    return isRecord;
  };
  page("table").each((_, element) => {
    const table = page(element);
    const rows = table
      .find("tr")
      .toArray()
      .map((row) => page(row).children("td, th").toArray());
    if (rows.length < 3 || table.find("table").length > 0 || rows.some((cells) => cells.length !== 2)) return;
    if (take(rows.map(([label, value]) => [page(label ?? "").html() ?? "", page(value ?? "").html() ?? ""] as const)))
      table.remove();
  });
  page("dl").each((_, element) => {
    const pairs: [string, string][] = [];
    for (const child of page(element).children("dt, dd").toArray()) {
      const html = page(child).html() ?? "";
      const last = pairs.at(-1);
      if (child.tagName === "dt") pairs.push([html, ""]);
      else if (last) last[1] += last[1] === "" ? html : `<br>${html}`;
    }
    if (take(pairs)) page(element).remove();
  });
  return taken;
}
