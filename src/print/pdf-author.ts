/**
 * Names the author of a PDF, which Chromium has no way to state: it ignores `<meta name="author">`. The PDF stays as it is, byte
 * by byte, and a new version of its entry of metadata is appended with a table that leads to it (“incremental update”, ISO
 * 32000-1, 7.5.6). A PDF that is not made up as Chromium's are, or has an
 * update already, is returned unchanged.
 */
export function setPdfAuthor(pdf: Uint8Array, author: string): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("latin1");
  const end = /trailer\s*<<(?<trailer>[^<>]*)>>\s*startxref\s+(?<table>\d+)\s+%%EOF\s*$/.exec(text)?.groups;
  const entry = /\/Info\s+(?<number>\d+)\s+0\s+R/.exec(end?.trailer ?? "")?.groups?.number;
  const isUpdated = end?.trailer?.includes("/Prev");
  if (author === "" || !end?.trailer || !end.table || entry === undefined || isUpdated) return pdf;
  const fields = new RegExp(`(?:^|\\s)${entry} 0 obj\\s*<<(?<fields>.*?)>>\\s*endobj`, "s").exec(text)?.groups?.fields;
  if (fields === undefined || fields.includes("/Author")) return pdf;

  const start = pdf.byteLength + 1;
  const update = `${entry} 0 obj\n<</Author ${textString(author)}\n${fields.trim()}>>\nendobj\n`;
  const trailer = `trailer\n<<${end.trailer.trim()}\n/Prev ${end.table}>>\nstartxref\n${start + update.length}\n%%EOF\n`;
  const table = `xref\n${entry} 1\n${String(start).padStart(10, "0")} 00000 n \n`;
  return Buffer.concat([pdf, Buffer.from(`\n${update}${table}${trailer}`, "latin1")]);
}

/** A text in UTF-16, as a PDF writes it in hexadecimal digits. */
function textString(text: string): string {
  return `<${Buffer.from(`\ufeff${text}`, "utf16le").swap16().toString("hex").toUpperCase()}>`;
}
