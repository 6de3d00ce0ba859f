import type { Language } from "../core/language/language.ts";
import type { BallotPaper } from "../core/protocol.ts";
import { endpoint as bg } from "./bg/endpoint.ts";
import { endpoint as en } from "./en/endpoint.ts";
import { replaceTexts } from "./own-texts.ts";
import type { EndpointTexts } from "./types/endpoint.ts";

/*
 * The texts of the endpoint, apart from all others: it is a second program, and what it is bundled into stays small.
 */

const catalogues: Readonly<Record<Language, EndpointTexts>> = { bg, en };

/** The texts of the endpoint, as the site says them that it belongs to. */
export function endpointTextsOf(language: Language, { texts }: Pick<BallotPaper["site"], "texts"> = {}): EndpointTexts {
  return texts ? replaceTexts(catalogues[language], texts, language) : catalogues[language];
}

/** The spoken code in a language; in one without clips of its own, in English. */
export async function loadClips(language: Language): Promise<Readonly<Record<string, string>>> {
  const load = catalogues[language].clips ?? (() => import("./en/clips.ts"));
  return (await load()).clips;
}
