import type { Language } from "../core/language/language.ts";
import { bg } from "./bg/dev.ts";
import type { DevTexts } from "./dev-texts.ts";
import { en } from "./en/dev.ts";

export function devTextsOf(language: Language): DevTexts {
  return language === "bg" ? bg : en;
}
