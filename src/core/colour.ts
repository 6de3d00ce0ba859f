/** A colour of the web: `#` and six hexadecimal digits in lower case. */
export type Colour = `#${string}`;

/** What WCAG 2 demands of text at level AA (success criterion 1.4.3). */
export const readableContrast = 4.5;

/** A colour as people write it, with three digits or six, with or without the `#`. */
export function readColour(written: string): Colour | undefined {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(written.trim())?.[1]?.toLowerCase();
  if (!digits) return undefined;
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits}`;
}

/** The contrast ratio of two colours, from 1 to 21 (WCAG 2, “contrast ratio”). */
export function contrastOf(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/**
 * The colour itself if it can be read on all grounds; else the nearest one towards black or white that can. A ground between
 * the two may leave no such colour: then black or white.
 */
export function readableOn(colour: Colour, grounds: readonly Colour[]): Colour {
  const darkest = Math.min(...grounds.map(luminanceOf));
  const end: Colour = darkest > middleGrey ? "#000000" : "#ffffff";
  for (let step = 0; step < mixingSteps; step++) {
    const mixed = mix(colour, end, step / mixingSteps);
    if (grounds.every((ground) => contrastOf(mixed, ground) >= readableContrast)) return mixed;
  }
  return end;
}

/** Black and white are as far from this luminance. */
const middleGrey = 0.179;
const mixingSteps = 50;

/** Relative luminance (WCAG 2). */
function luminanceOf(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const ends = channelsOf(to);
  const mixed = channelsOf(from).map((channel, at) => Math.round(channel + ((ends[at] ?? 0) - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

function channelsOf(colour: Colour): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
