import type { Language } from "../core/language/language.ts";
import { endpoint as bg } from "./bg/endpoint.ts";
import { endpoint as en } from "./en/endpoint.ts";
import type { EndpointTexts } from "./types/endpoint.ts";

/*
 * The texts of the endpoint, apart from all others: it is a second program, and what it is bundled into stays small.
 */

/** As the program says them: pages say them as their site does (`pageTextsOf`). */
export const endpointTexts: Readonly<Record<Language, EndpointTexts>> = { bg, en };

/** The spoken code in a language; in one without clips of its own, in English. */
export async function loadClips(language: Language): Promise<Readonly<Record<string, string>>> {
  const load = endpointTexts[language].clips ?? (() => import("./en/clips.ts"));
  return (await load()).clips;
}
