import type { Language } from "../core/language/language.ts";
import type { BallotPaper } from "../core/protocol.ts";
import { endpointTexts } from "./endpoint.ts";
import { replaceTexts } from "./own-texts.ts";
import type { EndpointTexts } from "./types/endpoint.ts";

/** The texts of the endpoint's pages, as the site says them that they belong to. */
export function pageTextsOf(language: Language, { texts }: Pick<BallotPaper["site"], "texts">): EndpointTexts {
  return texts ? replaceTexts(endpointTexts[language], texts, language) : endpointTexts[language];
}
