import { hash } from "node:crypto";
import { type FontFiles, fontRoles, fontStyles, type Look, type Margins, usualSize } from "../../core/model/look.ts";

/** Bytes of an asset by its name below templates/assets/; undefined if there is none. */
export type AssetReader = (name: string) => Uint8Array | undefined;

/** Fonts that Typst reads: WOFF2 is for screens alone. */
const printable = /\.(?:ttf|otf)$/i;

/** Files of the site's own fonts, by role, that paper can be set in. */
export function findPrintedFonts({ fonts }: Look): Readonly<Record<(typeof fontRoles)[number], readonly string[]>> {
  const filesOf = (files: FontFiles): readonly string[] =>
    fontStyles.flatMap((style) => files[style] ?? []).filter((name) => printable.test(name));
  return { serif: filesOf(fonts.serif), sans: filesOf(fonts.sans) };
}

/**
 * `print/look.typ`: what site.yaml says of the look, for the templates of paper. It changes whenever something printed would look
 * otherwise, and so do the keys of printed sheets.
 *
 * @param familyOf the name that a font file gives its family
 */
export function composeLookForPaper(look: Look, read: AssetReader, familyOf: (font: Uint8Array) => string): string {
  const { colours, margins, size, logo } = look.print;
  const fonts = findPrintedFonts(look);
  const families = fontRoles.map((role) => {
    const own = fonts[role]
      .flatMap((name) => read(name) ?? [])
      .slice(0, 1)
      .map(familyOf);
    return `#let own-${role} = (${own.map((name) => `${JSON.stringify(name)},`).join(" ")})`;
  });
  const marks = fontRoles.flatMap((role) => fonts[role]).map((name) => hash("sha256", read(name) ?? ""));
  return [
    "// Made from theme: and print: of site.yaml.",
    ...marks.map((mark) => `// ${mark}`),
    ...Object.entries(colours).map(([name, colour]) => `#let ${name} = rgb("${colour}")`),
    ...families,
    `#let type-scale = ${size / usualSize}`,
    `#let sheet-margins = ${writeMargins(margins)}`,
    `#let logo = ${writeLogo(logo, read)}`,
    "",
  ].join("\n");
}

/** The head of a printed sheet stands in its upper margin, the foot in the lower one. */
function writeMargins({ inside, outside, top, bottom }: Margins): string {
  return `(inside: ${inside}mm, outside: ${outside}mm, top: ${top + headRoom}mm, bottom: ${bottom + 1}mm)`;
}

const headRoom = 8;

function writeLogo(name: string | undefined, read: AssetReader): string {
  const bytes = name === undefined ? undefined : read(name);
  if (!name || !bytes) return "none";
  const isDrawing = /\.svg$/i.test(name);
  const data = isDrawing ? typstString(Buffer.from(bytes).toString("utf8")) : `(${[...bytes].join(",")})`;
  return `(data: bytes(${data}), format: "${isDrawing ? "svg" : "png"}")`;
}

function typstString(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}
