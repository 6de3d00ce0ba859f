/**
 * Typst makes a PDF for archives (PDF/A-2a) or one for everybody (PDF/UA-1), never one that says both, though the two differ in nothing
 * but what they say of themselves. This writes into a PDF/A that it is a PDF/UA as well: in its metadata, with the description that PDF/A
 * asks for, and in the catalogue, where viewers read that they are to show the title. Undefined if the file is not built as Typst builds it.
 */
export function declareAccessible(pdf: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const catalogAt = startOfObject(bytes, bytes.lastIndexOf("/Type /Catalog"));
  const metadataAt = startOfObject(bytes, bytes.lastIndexOf("/Type /Metadata"));
  const xrefAt = bytes.lastIndexOf("\nxref\n") + 1;
  if (metadataAt <= 0 || catalogAt <= metadataAt || xrefAt <= catalogAt) return undefined;
  // Latin-1 has a letter for every byte, so that lengths are those of the file.
  const part = (from: number, to?: number): string => bytes.toString("latin1", from, to);
  const metadata = declareInMetadata(part(metadataAt, catalogAt));
  const catalog = replaceOnce(part(catalogAt, xrefAt), "/ViewerPreferences <<", "$&\n    /DisplayDocTitle true");
  const number = /^(\d+) 0 obj/.exec(part(catalogAt, xrefAt))?.[1];
  if (metadata === undefined || catalog === undefined || number === undefined) return undefined;
  const newCatalogAt = metadataAt + metadata.length;
  const tail = moveCatalog(part(xrefAt), {
    number: Number(number),
    at: newCatalogAt,
    xrefAt: newCatalogAt + catalog.length,
  });
  return Buffer.concat([bytes.subarray(0, metadataAt), Buffer.from(metadata + catalog + tail, "latin1")]);
}

const schema =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>" +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">' +
  "<pdfaProperty:category>internal</pdfaProperty:category>" +
  "<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>" +
  "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>" +
  "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>";

function declareInMetadata(object: string): string | undefined {
  const [, head = "", packet = "", foot = ""] = /^(.*?stream\n)(.*)(\nendstream.*)$/s.exec(object) ?? [];
  const named = replaceOnce(packet, "xmlns:pdfaid=", 'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" $&');
  const described = named && replaceOnce(named, "</rdf:Bag></pdfaExtension:schemas>", `${schema}$&`);
  const declared = described && replaceOnce(described, "<pdfaid:part>", "<pdfuaid:part>1</pdfuaid:part>$&");
  if (!declared) return undefined;
  return head.replace(/\/Length \d+/, `/Length ${declared.length}`) + declared + foot;
}

/** The table of objects, with the catalogue and the table itself where they are now. */
function moveCatalog(
  tail: string,
  place: { readonly number: number; readonly at: number; readonly xrefAt: number },
): string {
  let line = -1;
  return tail
    .replace(/^\d{10} \d{5} [nf]/gm, (entry) => {
      line++;
      return line === place.number ? String(place.at).padStart(10, "0") + entry.slice(10) : entry;
    })
    .replace(/(startxref\n)\d+/, `$1${place.xrefAt}`);
}

/** Undefined unless it is there exactly once. */
function replaceOnce(text: string, search: string, replacement: string): string | undefined {
  return text.split(search).length === 2 ? text.replace(search, replacement) : undefined;
}

function startOfObject(bytes: Buffer, within: number): number {
  return within < 0 ? -1 : bytes.lastIndexOf("\n", bytes.lastIndexOf(" 0 obj", within)) + 1;
}
