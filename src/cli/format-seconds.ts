import { formatDecimal } from "../core/language/format.ts";
import type { Language } from "../core/language/language.ts";

/** Seconds for people: two decimals below ten, one above. */
export function formatSeconds(seconds: number, language: Language): string {
  return formatDecimal(seconds, seconds < 10 ? 2 : 1, language);
}
