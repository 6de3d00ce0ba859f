import { createComparer } from "../core/language/collate.ts";
import type { Language } from "../core/language/language.ts";
import { slugify } from "../core/language/slug.ts";
import type { InnovatorEntry, PracticeEntry } from "../core/model/archive.ts";

/** Practices by innovator, and the slug of each name. Names that differ only in case or spaces are one innovator. */
export function groupInnovators(practices: readonly PracticeEntry[], language: Language) {
  const byName = new Map<string, { name: string; practices: PracticeEntry[] }>();
  for (const entry of practices) {
    const name = entry.item.innovator;
    if (!name) continue;
    const key = name.toLowerCase();
    const group = byName.get(key);
    if (group) group.practices.push(entry);
    else byName.set(key, { name, practices: [entry] });
  }
  const compare = createComparer(language);
  const ordered = [...byName.values()].sort((a, b) => compare(a.name, b.name));
  const innovators = new Map<string, InnovatorEntry>();
  const slugs = new Map<string, string>();
  for (const group of ordered) {
    const slug = uniqueSlug(group.name, innovators);
    innovators.set(slug, { ...group, slug });
    for (const { item } of group.practices) slugs.set(item.innovator ?? "", slug);
  }
  return { innovators, slugs };
}

function uniqueSlug(name: string, taken: ReadonlyMap<string, unknown>): string {
  const base = slugify(name) || "innovator";
  let slug = base;
  for (let copy = 2; taken.has(slug); copy++) slug = `${base}-${copy}`;
  return slug;
}
