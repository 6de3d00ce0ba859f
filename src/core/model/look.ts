import type { Colour } from "../colour.ts";

/** What colours of pages are for; style sheets have them as `--paper`, `--ink` and so on. */
export const colourNames = ["paper", "ink", "quiet", "rule", "tint", "accent", "warm"] as const;
export type Palette = Readonly<Record<(typeof colourNames)[number], Colour>>;

/** Colours of paper, whose ground is white. */
export const printColourNames = ["ink", "quiet", "rule", "accent"] as const;
export type PrintPalette = Readonly<Record<(typeof printColourNames)[number], Colour>>;

export const fontRoles = ["serif", "sans"] as const;
export const fontStyles = ["regular", "italic", "bold", "boldItalic"] as const;

/** Names of font files below templates/assets/, by style. */
export type FontFiles = Readonly<Partial<Record<(typeof fontStyles)[number], string>>>;

/** Millimetres between the text of a sheet and the edge of its paper. */
export const marginNames = ["inside", "outside", "top", "bottom"] as const;
export type Margins = Readonly<Record<(typeof marginNames)[number], number>>;

/**
 * How a site looks, on screens and on paper: the only owner of colours, fonts, margins and size of type. The style sheets and the
 * templates of paper get their values from here (src/site/assets/look-styles.ts, src/site/assets/look-for-paper.ts).
 */
export interface Look {
  readonly light: Palette;
  readonly dark: Palette;
  /** The site's own fonts; the usual ones stand behind them for letters that they lack. */
  readonly fonts: Readonly<Record<(typeof fontRoles)[number], FontFiles>>;
  /** Name of a picture below templates/assets/, as `asset()` takes it. */
  readonly logo: string | undefined;
  /** Name of an SVG picture below templates/assets/. */
  readonly favicon: string;
  readonly print: PrintLook;
}

export interface PrintLook {
  readonly colours: PrintPalette;
  /** True: what readers print themselves has the accent as well; otherwise it is black. */
  readonly hasOwnAccent: boolean;
  readonly margins: Margins;
  /** The usual size of text on a sheet, in points; all others keep their proportion. */
  readonly size: number;
  readonly logo: string | undefined;
}

const light: Palette = {
  paper: "#fdfcf9",
  ink: "#1d1d1b",
  quiet: "#55544d",
  rule: "#d9d5c8",
  tint: "#f3f0e7",
  accent: "#1f4d3a",
  warm: "#754c10",
};

export const usualSize = 10;

export const usualLook: Look = {
  light,
  dark: {
    paper: "#171815",
    ink: "#ebe8df",
    quiet: "#b5b2a6",
    rule: "#3d3e38",
    tint: "#22231f",
    accent: "#a3cdb6",
    warm: "#e0b676",
  },
  fonts: { serif: {}, sans: {} },
  logo: undefined,
  favicon: "img/mark.svg",
  print: {
    colours: { ink: "#000000", quiet: "#46453f", rule: "#8a8880", accent: light.accent },
    hasOwnAccent: false,
    margins: { inside: 22, outside: 18, top: 16, bottom: 18 },
    size: usualSize,
    logo: undefined,
  },
};

/** Names of all files below templates/assets/ that a look asks for, with the setting that does. */
export function filesOfLook({
  logo,
  favicon,
  fonts,
  print,
}: Look): readonly (readonly [name: string, setting: string])[] {
  const fontFiles = fontRoles.flatMap((role) =>
    fontStyles.map((style) => [fonts[role][style], `theme.fonts.${role}.${style}`] as const),
  );
  const named = [[logo, "theme.logo"], [favicon, "theme.favicon"], ...fontFiles] as const;
  const onPaper = print.logo === logo ? [] : [[print.logo, "print.logo"] as const];
  return [...named, ...onPaper].flatMap(([name, setting]) => (name === undefined ? [] : [[name, setting] as const]));
}
