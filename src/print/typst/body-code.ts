import { type AnyNode, type Element, isTag, isText } from "domhandler";
import type { Body } from "../../core/model/body.ts";
import { breakPoint, Code, call, join } from "./code.ts";
import {
  bareAddress,
  decodePath,
  findImage,
  findLink,
  firstWords,
  hasImage,
  isBlock,
  isNoteReference,
  isShown,
  itemsOf,
  parse,
  textContent,
} from "./html-nodes.ts";
import { readTable, rowsOver, type TableModel } from "./table-model.ts";
import type { Place, TextOptions } from "./text-options.ts";
import { inlineCalls, writeLines, writeRuns } from "./text-runs.ts";

/** A text as Typst code. */
export interface TextCode {
  /** Blocks before and after headings, in order. */
  readonly body: Code;
  /** Below the text; undefined if there are none, or they stand at the foot of pages. */
  readonly notes: Code | undefined;
}

/** Turns the rendered text of a practice or foreword into Typst. */
export function writeBody(body: Body, options: TextOptions): TextCode {
  const writer = new TextWriter(options, body.footnotes);
  // In the order of the text: levels of headings and the first mention of a note depend on what came before.
  const lead = writer.flow(parse(body.lead));
  const sections = body.sections.flatMap(({ title, html, id }) => [
    writer.heading(2, parse(title), id),
    ...writer.flow(parse(html)),
  ]);
  return { body: join([...lead, ...sections]), notes: options.notes === "end" ? writer.endNotes() : undefined };
}

/** Blocks within blocks stop moving to the right after so many, and words within words stop changing. */
const maxDepth = 7;
/** The name of a site, or an address of mail. */
const shortAddress = /^[^\s/]{1,22}\.\p{L}{2,6}\/?$/u;

class TextWriter {
  private readonly options: TextOptions;
  private readonly noteItems: ReadonlyMap<string, Element>;
  private readonly usedNotes = new Set<string>();
  private readonly labels = new Set<string>();
  private place: Place;
  private headingLevel = 1;
  private wrappers = 0;
  /** The standard of readable PDFs allows one line through or under a text: that of the outer element. */
  private hasLine = false;
  /** What a bookmark says must be known before pages are. */
  private isHeading = false;
  /** Whether the last piece of the paragraph ends in a space. */
  private afterSpace = true;
  private containers = 0;

  constructor(options: TextOptions, footnotes: string) {
    this.options = options;
    this.place = { file: options.file, text: "" };
    this.noteItems = new Map(itemsOf(parse(footnotes)).map((item) => [item.attribs.id ?? "", item]));
    this.headingLevel = options.lower + 1;
  }

  /** The notes below the text. */
  endNotes(): Code | undefined {
    if (this.noteItems.size === 0) return undefined;
    const notes = [...this.noteItems].map(([id, item]) => ({
      label: this.labelOf(id),
      body: this.noteBody(item),
    }));
    return call("end-notes", notes);
  }

  heading(level: number, children: readonly AnyNode[], id: string | undefined): Code {
    this.at(children);
    // A title without words is none; the number of a note is no word.
    if (!children.some((node) => !isNoteReference(node) && textContent(node).trim() !== ""))
      return join(this.flow(children));
    // A level that is left out would be refused by the standard of readable PDFs.
    this.headingLevel = Math.min(level + this.options.lower, this.headingLevel + 1, 6);
    this.isHeading = true;
    const words = this.inline(children);
    this.isHeading = false;
    return call("section-heading", this.headingLevel, words, id ? this.newLabel(id) : undefined);
  }

  /** Blocks; text that stands between them becomes paragraphs. */
  flow(nodes: readonly AnyNode[]): readonly Code[] {
    const blocks: Code[] = [];
    let line: AnyNode[] = [];
    const endLine = (): void => {
      if (line.some((node) => textContent(node).trim() !== "" || hasImage(node))) blocks.push(...this.paragraph(line));
      line = [];
    };
    for (const node of nodes) {
      if (isTag(node) && isBlock(node)) {
        endLine();
        blocks.push(...this.inLanguage(node, () => this.block(node)));
      } else line.push(node);
    }
    endLine();
    return blocks;
  }

  private block(element: Element): readonly Code[] {
    const { name, children } = element;
    if (/^h[1-6]$/.test(name)) return [this.heading(Number(name[1]), children, element.attribs.id)];
    switch (name) {
      case "p":
        return this.flow(children);
      case "ul":
      case "ol":
        return [this.list(element)];
      case "blockquote":
        return this.wrapped("quotation", children);
      case "pre":
        return [this.preformatted(element)];
      case "table":
        return this.containers < maxDepth ? [this.table(element)] : this.flow(children);
      case "figure":
        return [this.figure(element)];
      case "dl":
        return [this.definitions(element)];
      case "hr":
        return [call("divider")];
      case "summary":
        return [call("summary-line", this.inline(children))];
      case "figcaption":
        return [call("caption-line", this.inline(children))];
      default:
        return this.flow(children);
    }
  }

  private paragraph(nodes: readonly AnyNode[]): readonly Code[] {
    this.at(nodes);
    const [lone, ...others] = nodes.filter((node) => !isText(node) || node.data.trim() !== "");
    if (lone && isTag(lone) && lone.name === "img" && others.length === 0) return [this.picture(lone, undefined)];
    return [call("par", this.inline(nodes))];
  }

  private list(element: Element): Code {
    const { name, attribs } = element;
    const items = element.children.filter((node) => isTag(node) || textContent(node).trim() !== "");
    const contents = items.map((item) => (isTag(item) && item.name === "li" ? item.children : [item]));
    const start = Math.max(0, Number.parseInt(attribs.start ?? "1", 10) || 0);
    // Typst refuses what is nested deeper, and there would be no room for it either.
    if (this.containers >= maxDepth) {
      const sign = (index: number): string => (name === "ul" ? "– " : `${start + index}. `);
      return join(contents.flatMap((children, index) => [call("deep-item", sign(index)), ...this.itemFlow(children)]));
    }
    const written = contents.map((children) => this.contained(() => join(this.itemFlow(children))));
    return name === "ul" ? call("bullets", written) : call("numbered", start, written);
  }

  /** The first line of an item stands beside its sign, and so is no paragraph of its own. */
  private itemFlow(children: readonly AnyNode[]): readonly Code[] {
    const firstBlock = children.findIndex((node) => isTag(node) && isBlock(node));
    const head = firstBlock < 0 ? children : children.slice(0, firstBlock);
    const rest = firstBlock < 0 ? [] : children.slice(firstBlock);
    if (head.some((node) => textContent(node).trim() !== "")) {
      this.at(head);
      return [this.inline(head), ...this.flow(rest)];
    }
    const [first, ...others] = rest;
    if (first && isTag(first) && first.name === "p" && !first.children.some((node) => isTag(node) && isBlock(node))) {
      this.at(first.children);
      return [this.inline(first.children), ...this.flow(others)];
    }
    return this.flow(children);
  }

  private preformatted(element: Element): Code {
    const text = textContent(element).replace(/\n$/, "").replaceAll("\t", "    ");
    this.place = { file: this.options.file, text: text.trim().split("\n")[0] ?? "" };
    return call("code-lines", writeLines(text, this.options, this.place));
  }

  private figure(element: Element): Code {
    const image = findImage(element);
    const caption = element.children.filter(isTag).find(({ name }) => name === "figcaption");
    if (image) return this.picture(image, caption);
    return call(
      "plain-figure",
      this.contained(() => join(this.flow(element.children))),
    );
  }

  private picture({ attribs }: Element, caption: Element | undefined): Code {
    const path = attribs.src?.startsWith("file:") ? decodePath(attribs.src.slice("file:".length)) : "";
    const alt = attribs.alt?.trim() ?? "";
    this.place = { file: this.options.file, text: path };
    const number = this.options.place(this.place);
    const words = caption ? this.inline(caption.children) : undefined;
    const picture = path === "" ? undefined : this.options.picture(path);
    if (!picture) return call("missing-picture", join(this.runs(alt)), words);
    const { width, height, letters } = picture;
    for (const sign of picture.missing) this.options.missing(sign, this.place);
    const nested = this.containers > 0;
    return call("picture", { number, path: `/${picture.path}`, alt, width, height, letters, nested }, words);
  }

  private definitions(element: Element): Code {
    const items = element.children.filter(isTag).flatMap((child) => (child.name === "div" ? child.children : [child]));
    const pieces = items.filter(isTag).flatMap((item): readonly Code[] => {
      this.at(item.children);
      if (item.name === "dt") return [call("term", this.inline(item.children))];
      return [
        call(
          "description",
          this.contained(() => join(this.flow(item.children))),
        ),
      ];
    });
    return join(pieces);
  }

  private table(element: Element): Code {
    const model = readTable(element);
    this.place = {
      file: this.options.file,
      text: model.cells.find(({ text }) => text !== "")?.text.slice(0, 60) ?? "",
    };
    const number = this.options.place(this.place);
    if (model.columns.length === 0) return join(this.flow(element.children.filter((node) => !isText(node))));
    const write = (cells: TableModel["cells"]) =>
      cells.map(({ x, y, colspan, rowspan, align, isHead, text, element: cell }) => {
        const body = this.contained(() => join(this.itemFlow(cell.children)));
        // What has a name has it once: where the first column is repeated, in a table that is printed in parts, it refers to it.
        const isNamed = x === 0 && /\b(?:foot-note|section-heading)\(/.test(body.text);
        const again = isNamed ? this.contained(() => join(this.itemFlow(cell.children))) : undefined;
        const place = { x, y, colspan, rowspan, align: new Code(align), head: isHead, letters: text.length };
        return { ...place, body, again };
      });
    const head = model.cells.filter(({ y }) => y < model.headRows);
    const caption = model.caption ? this.inline(model.caption.children) : undefined;
    return call("data-table", {
      number,
      columns: model.columns.map(({ words, letters }) => ({ words, letters })),
      rows: 1 + Math.max(...model.cells.map(({ y, rowspan }) => y + rowspan - 1)),
      head: write(head),
      body: write(model.cells.filter(({ y }) => y >= model.headRows)),
      // A head that is repeated is decoration to the standard of readable PDFs: no link, and no note, may stand in it. A high one leaves no
      // room for rows, and Typst breaks down over their notes.
      repeat: !rowsOver(model, 300).has(0) && !head.some(({ element: cell }) => findLink(cell) ?? findImage(cell)),
      caption,
      nested: this.containers > 0,
    });
  }

  private inline(nodes: readonly AnyNode[]): Code {
    this.afterSpace = true;
    return join(this.pieces(nodes));
  }

  private pieces(nodes: readonly AnyNode[]): readonly Code[] {
    return nodes.flatMap((node) => {
      if (isText(node)) return this.text(node.data);
      return isTag(node) ? this.inLanguage(node, () => this.piece(node)) : [];
    });
  }

  private piece(element: Element): readonly Code[] {
    const { name, children } = element;
    if (name === "br") {
      this.afterSpace = true;
      return [new Code("linebreak()")];
    }
    if (name === "wbr") return [breakPoint];
    if (name === "img") return [call("box", this.picture(element, undefined))];
    if (name === "a") return this.link(element);
    if (isNoteReference(element)) return this.noteReference(element);
    const { hasLine } = this;
    const wrapper = this.wrappers < maxDepth ? inlineCalls[name] : undefined;
    const isLine = wrapper === "strike" || wrapper === "underline";
    this.hasLine ||= isLine;
    this.wrappers++;
    const pieces = this.pieces(children);
    this.wrappers--;
    this.hasLine = hasLine;
    return wrapper && pieces.length > 0 && !(isLine && hasLine) ? [call(wrapper, join(pieces))] : pieces;
  }

  private text(data: string): readonly Code[] {
    let text = data.replace(/[ \t\r\n\f]+/g, " ");
    if (this.afterSpace) text = text.trimStart();
    if (text === "") return [];
    this.afterSpace = text.endsWith(" ");
    return this.runs(text);
  }

  private runs(text: string): readonly Code[] {
    return writeRuns(text, this.options, this.place);
  }

  private link(element: Element): readonly Code[] {
    const { href = "", class: classes = "" } = element.attribs;
    if (/\bfootnote-back\b/.test(classes)) return [];
    const content = this.pieces(element.children);
    if (content.length === 0) return [];
    if (href.startsWith("#")) {
      const label = this.labelOf(decodePath(href.slice(1)));
      return this.isHeading ? content : [call("text-link", label, join(content))];
    }
    const target = this.options.resolve(href);
    if (!target) return content;
    if (target.label && this.isHeading) return [call("web-link", target.url, join(content), undefined)];
    if (target.label) return [call("practice-link", target.label, target.url, join(content))];
    const shown = textContent(element).trim();
    // Typst divides addresses at every point: a short one would rather not be.
    const text = shortAddress.test(shown) && this.containers === 0 ? call("whole", join(content)) : join(content);
    return [call("web-link", target.url, text, isShown(target.url, shown) ? undefined : bareAddress(target.url))];
  }

  private noteReference(element: Element): readonly Code[] {
    const href = findLink(element)?.attribs.href ?? "";
    const id = decodePath(href.slice(1));
    const item = this.noteItems.get(id);
    const label = this.labelOf(id);
    if (this.options.notes === "end" || !item) return [call("end-note-mark", label, textContent(element).trim())];
    if (this.usedNotes.has(id)) return [call("same-note", label)];
    this.usedNotes.add(id);
    const { place, afterSpace } = this;
    const note = call("foot-note", label, this.noteBody(item));
    this.place = place;
    this.afterSpace = afterSpace;
    return [note];
  }

  /** Paragraphs of a note run on, so that its number does not stand alone on a line. */
  private noteBody(item: Element): Code {
    return this.contained(() => {
      const isPlain = (node: AnyNode): boolean => !isTag(node) || !isBlock(node) || node.name === "p";
      if (!item.children.every(isPlain)) return join(this.itemFlow(item.children));
      const lines = item.children.filter((node) => textContent(node).trim() !== "");
      const pieces = lines.flatMap((node, index): readonly Code[] => {
        const inner = isTag(node) && node.name === "p" ? node.children : [node];
        const line = this.inline(inner);
        return index === 0 ? [line] : [new Code("linebreak()"), line];
      });
      return join(pieces);
    });
  }

  private inLanguage(element: Element, write: () => readonly Code[]): readonly Code[] {
    const [language, ...others] = (element.attribs.lang ?? "").split("-");
    const pieces = write();
    if (!language || !/^[a-z]{2,3}$/i.test(language) || pieces.length === 0) return pieces;
    const script = others.find((part) => /^[a-z]{4}$/i.test(part))?.toLowerCase();
    const region = others.find((part) => /^[a-z]{2}$/i.test(part))?.toUpperCase();
    return [call("in-language", language.toLowerCase(), script, region, join(pieces))];
  }

  private wrapped(wrapper: string, children: readonly AnyNode[]): readonly Code[] {
    if (this.containers >= maxDepth) return this.flow(children);
    return [
      call(
        wrapper,
        this.contained(() => join(this.flow(children))),
      ),
    ];
  }

  private contained<Value>(write: () => Value): Value {
    this.containers++;
    try {
      return write();
    } finally {
      this.containers--;
    }
  }

  private at(nodes: readonly AnyNode[]): void {
    const text = firstWords(nodes);
    if (text !== "") this.place = { file: this.options.file, text };
  }

  private labelOf(id: string): string {
    return `${this.options.prefix}:${id}`;
  }

  private newLabel(id: string): string | undefined {
    const label = this.labelOf(id);
    if (this.labels.has(label)) return undefined;
    this.labels.add(label);
    return label;
  }
}
