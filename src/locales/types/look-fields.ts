import {
  type colourNames,
  fontRoles,
  type fontStyles,
  type marginNames,
  printColourNames,
} from "../../core/model/look.ts";
import type { FieldText } from "../field-text.ts";

type Described<Names extends readonly string[]> = Readonly<Record<Names[number], FieldText>>;

/** What a language says of the settings of the look; members of groups that are alike are said once. */
export interface LookTexts {
  readonly groups: Readonly<
    Record<
      | `theme${"" | ".colours" | ".dark" | ".fonts" | ".fonts.serif" | ".fonts.sans" | ".logo" | ".favicon"}`
      | `print${"" | ".paper" | ".pdf" | ".booklets" | ".volume" | ".signature" | ".margins" | ".size" | ".colours" | ".logo"}`,
      FieldText
    >
  >;
  readonly colours: Described<typeof colourNames>;
  readonly styles: Described<typeof fontStyles>;
  readonly margins: Described<typeof marginNames>;
}

/** Paths of all settings of the look. */
export type LookField =
  | keyof LookTexts["groups"]
  | `theme.${"colours" | "dark"}.${(typeof colourNames)[number]}`
  | `theme.fonts.${(typeof fontRoles)[number]}.${(typeof fontStyles)[number]}`
  | `print.margins.${(typeof marginNames)[number]}`
  | `print.colours.${(typeof printColourNames)[number]}`;

/** The texts by the path of each setting. */
export function describeLook({ groups, colours, styles, margins }: LookTexts): Readonly<Record<LookField, FieldText>> {
  const below = (path: string, texts: Readonly<Record<string, FieldText>>): Readonly<Record<string, FieldText>> =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${path}.${name}`, text]));
  const onPaper = Object.fromEntries(printColourNames.map((name) => [name, colours[name]]));
  return {
    ...groups,
    ...below("theme.colours", colours),
    ...below("theme.dark", colours),
    ...Object.assign({}, ...fontRoles.map((role) => below(`theme.fonts.${role}`, styles))),
    ...below("print.margins", margins),
    ...below("print.colours", onPaper),
  } as Record<LookField, FieldText>;
}
