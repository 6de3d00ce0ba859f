import type Token from "markdown-it/lib/token.mjs";
import { finding } from "../../core/diagnostics/finding.ts";
import { slugify } from "../../core/language/slug.ts";
import { otherSection, type SectionKind } from "../../core/model/body.ts";
import type { ExpectedSection } from "../../core/model/site.ts";
import { sectionKindOf } from "../section-kind.ts";
import { type BodySource, type Collected, plainText } from "./body-source.ts";

export interface Heading {
  /** Position of its opening token. */
  readonly index: number;
  readonly level: number;
  readonly id: string;
  readonly kind: SectionKind;
  /** In plain words. */
  readonly title: string;
}

/**
 * Gives headings their ids and finds those at a wrong level. A single # becomes ##: the title of the page is the
 * only heading of the first level.
 */
export function prepareHeadings(
  tokens: readonly Token[],
  source: BodySource,
  { collected, sections }: { readonly collected: Collected; readonly sections: readonly ExpectedSection[] },
): readonly Heading[] {
  const headings: Heading[] = [];
  const taken = new Map<string, number>();
  let previous = 1;
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "heading_open") continue;
    const title = plainText(tokens[index + 1]);
    const written = Number(token.tag.slice(1));
    const line = source.firstLine + (token.map?.[0] ?? 0);
    // A heading may be made by the line below it.
    const location = { line, text: token.markup.startsWith("#") ? token.markup : (tokens[index + 1]?.content ?? "") };
    if (written === 1) collected.findings.push(finding("markdown/heading-one", source.file, { title }, location));
    const level = Math.max(2, written);
    if (level > previous + 1) {
      collected.findings.push(finding("markdown/heading-skip", source.file, { from: previous, to: level }, location));
    }
    previous = level;
    const kind = level === 2 && token.level === 0 ? sectionKindOf(title, sections) : otherSection;
    const id = uniqueId(kind === otherSection ? slugify(title) || "section" : kind, taken);
    token.attrSet("id", id);
    token.tag = `h${level}`;
    const close = tokens[index + 2];
    if (close) close.tag = token.tag;
    collected.anchors.push(id);
    collected.titles.push(title);
    if (token.level === 0) headings.push({ index, level, id, kind, title });
  }
  return headings;
}

/** The wanted id, with a number behind it if an earlier heading has it. */
function uniqueId(wanted: string, taken: Map<string, number>): string {
  let copy = taken.get(wanted) ?? 0;
  let id: string;
  do {
    copy++;
    id = copy === 1 ? wanted : `${wanted}-${copy}`;
  } while (copy > 1 && taken.has(id));
  taken.set(wanted, copy);
  if (id !== wanted) taken.set(id, 1);
  return id;
}
