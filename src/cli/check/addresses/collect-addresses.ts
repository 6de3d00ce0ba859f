import type { Location } from "../../../core/diagnostics/finding.ts";
import { createAddressFinder, withoutFragment } from "../../../read/markdown/linked-addresses.ts";
import { parseDocument } from "../../../read/parse-document.ts";
import type { ReviewedSite } from "../../../site/build.ts";

/** A place that names an address. */
export interface Mention {
  readonly file: string;
  readonly location: Location;
}

/** Every address of other sites in an archive, with all places that name it, in the order of the files. */
export function collectAddresses({ archive, sourceOf }: ReviewedSite): ReadonlyMap<string, readonly Mention[]> {
  const mentions = new Map<string, Mention[]>();
  const add = (url: string | undefined, mention: Mention): void => {
    if (url !== undefined) mentions.set(url, [...(mentions.get(url) ?? []), mention]);
  };
  const findAddresses = createAddressFinder();
  for (const { language, practices, pages } of archive.editions.values()) {
    for (const { item } of [...practices, ...pages.values()]) {
      const { file } = item;
      if ("projectUrl" in item && item.projectUrl)
        add(withoutFragment(item.projectUrl), { file, location: { field: ["projectUrl"], on: "value" } });
      const text = sourceOf(file);
      const document = text === undefined ? undefined : parseDocument({ path: file, text }).value;
      if (!document) continue;
      for (const { url, written, line } of findAddresses(document.body, language))
        add(url, { file, location: { line: document.bodyLine + line, text: written } });
    }
  }
  return mentions;
}
