import { strToU8, zipSync } from "fflate";

/** A paragraph of a document of Word. */
export interface WordParagraph {
  readonly text?: string;
  readonly centred?: boolean;
  /** The text of a note at the end of the paragraph. */
  readonly note?: string;
  /** A picture after the text, with the description that its editor gave it. */
  readonly picture?: { readonly bytes: Uint8Array; readonly description: string };
}

const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const drawing = "http://schemas.openxmlformats.org/drawingml/2006";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageFormat = "http://schemas.openxmlformats.org/package/2006";

const escapeXml = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
const run = (content: string): string => `<w:r>${content}</w:r>`;
const words = (text: string): string => run(`<w:t xml:space="preserve">${escapeXml(text)}</w:t>`);

/** The bytes of a .docx file (ECMA-376) with what Word writes of such paragraphs. */
export function makeWordDocument(paragraphs: readonly WordParagraph[]): Buffer {
  const files: Record<string, Uint8Array> = {};
  const notes: string[] = [];
  const related: string[] = [`<Relationship Id="notes" Type="${relationships}/footnotes" Target="footnotes.xml"/>`];
  const body = paragraphs.map(({ text = "", centred = false, note, picture }, index) => {
    const parts = [centred ? '<w:pPr><w:jc w:val="center"/></w:pPr>' : "", words(text)];
    if (note !== undefined) {
      notes.push(`<w:footnote w:id="${notes.length + 1}"><w:p>${words(note)}</w:p></w:footnote>`);
      parts.push(run(`<w:footnoteReference w:id="${notes.length}"/>`));
    }
    if (picture) {
      files[`word/media/${index}.png`] = picture.bytes;
      related.push(`<Relationship Id="p${index}" Type="${relationships}/image" Target="media/${index}.png"/>`);
      parts.push(run(drawPicture(`p${index}`, picture.description)));
    }
    return `<w:p>${parts.join("")}</w:p>`;
  });
  const spaces = `xmlns:w="${main}" xmlns:r="${relationships}"`;
  const xml: Readonly<Record<string, string>> = {
    "[Content_Types].xml": `<Types xmlns="${packageFormat}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packageFormat}/relationships"><Relationship Id="document" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${packageFormat}/relationships">${related.join("")}</Relationships>`,
    "word/document.xml": `<w:document ${spaces}><w:body>${body.join("")}</w:body></w:document>`,
    "word/footnotes.xml": `<w:footnotes ${spaces}>${notes.join("")}</w:footnotes>`,
  };
  for (const [name, text] of Object.entries(xml))
    files[name] = strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  return Buffer.from(zipSync(files));
}

function drawPicture(id: string, description: string): string {
  const inside = `<pic:pic xmlns:pic="${drawing}/picture"><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic>`;
  return `<w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing"><wp:docPr id="1" name="a" descr="${escapeXml(description)}"/><a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture">${inside}</a:graphicData></a:graphic></wp:inline></w:drawing>`;
}
