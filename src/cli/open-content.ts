import type { Folders } from "../build/folders.ts";
import { loadVocabulary } from "../build/load-vocabulary.ts";
import { type ContentListing, listContent } from "../content/read-content.ts";
import type { Finding } from "../diagnostics/finding.ts";
import type { Vocabulary } from "../model/site.ts";

/** What a command has to know of the content before it adds to it. */
export interface OpenedContent {
  readonly listing: ContentListing;
  readonly vocabulary: Vocabulary;
  /** Of what cannot be read, without which nobody knows what is there already. Other mistakes are for `check` to tell. */
  readonly unreadable: readonly Finding[];
}

/** Lists the content folder and reads its site.yaml, themes and places. Finding: content/unreadable. */
export function openContent({ content }: Pick<Folders, "content">): OpenedContent {
  const listing = listContent(content);
  const vocabulary = loadVocabulary(content, listing.value);
  return {
    listing: listing.value,
    vocabulary: vocabulary.value,
    unreadable: [...listing.findings, ...vocabulary.findings].filter(({ code }) => code === "content/unreadable"),
  };
}
