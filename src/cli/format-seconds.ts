import type { Language } from "../core/language/language.ts";

/** Seconds for people: two decimals below ten, one above, with a comma in Bulgarian. */
export function formatSeconds(seconds: number, language: Language): string {
  const text = seconds.toFixed(seconds < 10 ? 2 : 1);
  return language === "bg" ? text.replace(".", ",") : text;
}
