import { Blob, Face, Font, shape, Buffer as Text } from "harfbuzzjs";

/**
 * A font whose letters are the Bulgarian forms without any feature (`locl`), so that the others can be cut off: its table of characters is
 * written anew. The font is a TrueType file.
 */
export function takeBulgarianForms(font: Uint8Array, letters: string): Uint8Array {
  const face = new Font(new Face(new Blob(font)));
  const glyphs = [...letters].map((letter) => {
    const text = new Text();
    text.addText(letter);
    text.guessSegmentProperties();
    text.setLanguage("bg");
    shape(face, text);
    const [glyph, ...others] = text.getGlyphInfos();
    if (!glyph || others.length > 0) throw new Error(`${letter} is not one glyph`);
    return { character: letter.codePointAt(0) ?? 0, glyph: glyph.codepoint };
  });
  glyphs.sort((a, b) => a.character - b.character);
  return replaceTable(Buffer.from(font), "cmap", composeCharacterTable(glyphs));
}

/** A `cmap` of one subtable in format 12, each character a group of its own. */
function composeCharacterTable(glyphs: readonly { readonly character: number; readonly glyph: number }[]): Buffer {
  const [unicodeFull, format] = [10, 12];
  const words = [16 + 12 * glyphs.length, 0, glyphs.length];
  for (const { character, glyph } of glyphs) words.push(character, character, glyph);
  const table = Buffer.alloc(16 + 4 * words.length);
  for (const [index, value] of [0, 1, 3, unicodeFull, 0, 12, format, 0].entries())
    table.writeUInt16BE(value, 2 * index);
  for (const [index, value] of words.entries()) table.writeUInt32BE(value, 16 + 4 * index);
  return table;
}

/** The font with other bytes in one table. Checksums are left out: whatever cuts it afterwards writes its own. */
function replaceTable(font: Buffer, tag: string, content: Buffer): Buffer {
  const count = font.readUInt16BE(4);
  const head = Buffer.from(font.subarray(0, 12 + 16 * count));
  const tables: Buffer[] = [];
  let offset = head.length;
  for (let entry = 12; entry < head.length; entry += 16) {
    const [start, length] = [font.readUInt32BE(entry + 8), font.readUInt32BE(entry + 12)];
    const isThis = font.toString("latin1", entry, entry + 4) === tag;
    const bytes = isThis ? content : font.subarray(start, start + length);
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(bytes.length, entry + 12);
    const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4);
    tables.push(bytes, padding);
    offset += bytes.length + padding.length;
  }
  return Buffer.concat([head, ...tables]);
}
