import { type Language, localize } from "../core/language/language.ts";
import type { Archive } from "../core/model/archive.ts";
import type { Permalink } from "../core/model/ids.ts";
import { type OldAddress, oldKinds, parseOldAddress } from "./old-address.ts";
import { permalinks } from "./permalinks.ts";

/** An old address and the pages that answer it today. */
export interface AnsweredAddress extends OldAddress {
  /** By language; in at least one. */
  readonly targets: ReadonlyMap<Language, OldTarget>;
}

export interface OldTarget {
  readonly permalink: Permalink;
  readonly title: string;
}

/**
 * Lists the addresses of the old archive that the site answers: practices by the number in `legacy` and by numbers in
 * `aliases`; categories that site.yaml maps to a theme; the lists of the week and of the year. Sorted by kind, the narrowest
 * first, then by number.
 */
export function listOldAddresses(archive: Archive): readonly AnsweredAddress[] {
  const found = new Map<string, OldAddress & { readonly targets: Map<Language, OldTarget> }>();
  const add = (address: OldAddress, language: Language, target: OldTarget): void => {
    const name = `${address.kind} ${address.key}`;
    const known = found.get(name) ?? { ...address, targets: new Map<Language, OldTarget>() };
    found.set(name, known);
    // If two practices have one number, it leads to the first.
    if (!known.targets.has(language)) known.targets.set(language, target);
  };
  for (const { language, practices } of archive.editions.values()) {
    const items = practices.map(({ item }) => item);
    for (const item of items.sort((a, b) => (a.file < b.file ? -1 : 1))) {
      const target = { permalink: permalinks.practice(language, item.id), title: item.title };
      if (item.legacyIid !== undefined) add({ kind: "iid", key: String(item.legacyIid) }, language, target);
      for (const alias of item.aliases) {
        const address = parseOldAddress(alias);
        if (address) add(address, language, target);
      }
    }
  }
  // Without old numbers there were no old lists.
  if (found.size === 0 && Object.keys(archive.site.oldCategories).length === 0) return [];
  for (const { language, themes, practices } of archive.editions.values()) {
    if (practices.length === 0) continue;
    const { site } = archive;
    for (const [category, theme] of Object.entries(site.oldCategories)) {
      const title = localize(archive.themes.get(theme)?.name, language);
      const permalink = themes.has(theme) ? permalinks.theme(language, theme) : permalinks.themes(language);
      add({ kind: "catid", key: category }, language, { permalink, title });
    }
    const home = { permalink: permalinks.home(language), title: localize(site.name, language) };
    add({ kind: "subact", key: "weekly" }, language, home);
    add({ kind: "subact", key: "yearly" }, language, { ...home, permalink: permalinks.years(language) });
  }
  const order = ({ kind, key }: OldAddress): string => `${oldKinds.indexOf(kind)} ${key.padStart(9, "0")}`;
  const ordered = Array.from(found.values(), (address) => ({ address, at: order(address) }));
  return ordered.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ address }) => address);
}

/** Where an old address leads in a language, or in the first other that has it. */
export function targetIn({ targets }: AnsweredAddress, language: Language): OldTarget | undefined {
  return targets.get(language) ?? [...targets.values()][0];
}
