import type { Language } from "../../language/language.ts";
import { bg } from "./bg.ts";
import type { DevTexts } from "./dev-texts.ts";
import { en } from "./en.ts";

export function devTextsOf(language: Language): DevTexts {
  return language === "bg" ? bg : en;
}
