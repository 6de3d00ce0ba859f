import type { z } from "zod";
import { type Colour, contrastOf, readableContrast, readableOn } from "../core/colour.ts";
import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { type Look, type Palette, usualLook } from "../core/model/look.ts";
import type { printSchema, themeSchema } from "./schema/look-schema.ts";

type ThemeSettings = z.infer<typeof themeSchema>;
type PrintSettings = z.infer<typeof printSchema>;

/** What site.yaml says of the look, complete: colours that it does not name follow from those that it does. */
export function composeLook(theme: ThemeSettings = {}, print: PrintSettings = {}): Look {
  const light = withGiven(usualLook.light, theme.colours);
  const accent = theme.colours?.accent && readableOn(theme.colours.accent, [white]);
  return {
    light,
    dark: darken(theme),
    fonts: { serif: theme.fonts?.serif ?? {}, sans: theme.fonts?.sans ?? {} },
    logo: theme.logo,
    favicon: theme.favicon ?? usualLook.favicon,
    print: {
      colours: withGiven(withGiven(usualLook.print.colours, { accent }), print.colours),
      hasOwnAccent: print.colours?.accent !== undefined,
      margins: withGiven(usualLook.print.margins, print.margins),
      size: print.size ?? usualLook.print.size,
      logo: print.logo ?? theme.logo,
    },
  };
}

const white: Colour = "#ffffff";

/** Colours of signs and links are made lighter for a dark ground, until they can be read on it. */
function darken({ colours = {}, dark = {} }: ThemeSettings): Palette {
  const grounds = withGiven(usualLook.dark, { paper: dark.paper, tint: dark.tint });
  const lighter = (colour: Colour | undefined): Colour | undefined =>
    colour && readableOn(colour, [grounds.paper, grounds.tint]);
  return withGiven(
    { ...usualLook.dark, ...defined({ accent: lighter(colours.accent), warm: lighter(colours.warm) }) },
    dark,
  );
}

function withGiven<Values extends object>(
  values: Values,
  given: { readonly [Name in keyof Values]?: Values[Name] | undefined } = {},
): Values {
  return { ...values, ...defined(given) };
}

function defined<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Values>;
}

/** Texts and the grounds that they stand on. */
const texts = ["ink", "quiet", "accent", "warm"] as const;
const grounds = ["paper", "tint"] as const;

/** Pairs of colours that many people cannot read, where site.yaml has chosen one of them. Finding: site/low-contrast. */
export function checkContrast(
  path: string,
  { theme, print }: { readonly theme?: ThemeSettings | undefined; readonly print?: PrintSettings | undefined },
): readonly Finding[] {
  const { light, dark, print: paper } = composeLook(theme, print);
  const check = (
    group: readonly string[],
    given: Partial<Record<string, Colour>> | undefined,
    all: Partial<Record<string, Colour>>,
  ): readonly Finding[] =>
    texts.flatMap((text) => {
      const colour = all[text];
      const against = grounds
        .filter((ground) => given?.[text] ?? given?.[ground])
        .map((ground) => all[ground] ?? white);
      const worst = against.toSorted((a, b) => contrastOf(colour ?? a, a) - contrastOf(colour ?? b, b))[0];
      if (!colour || !worst || contrastOf(colour, worst) >= readableContrast) return [];
      const named = given?.[text] ? text : (grounds.find((ground) => given?.[ground] && all[ground] === worst) ?? text);
      const parameters = {
        text: [...group, text].join("."),
        colour,
        ground: worst,
        ratio: (Math.floor(contrastOf(colour, worst) * 10) / 10).toFixed(1),
        better: readableOn(colour, against),
      };
      return [finding("site/low-contrast", path, parameters, { field: [...group, named], on: "value" })];
    });
  return [
    ...check(["theme", "colours"], theme?.colours, light),
    ...check(["theme", "dark"], theme?.dark, dark),
    ...check(["print", "colours"], print?.colours, { ...paper.colours, paper: white, tint: white }),
  ];
}
