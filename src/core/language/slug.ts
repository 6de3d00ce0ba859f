import { transliterate } from "./transliterate.ts";

const maxSlugCharacters = 80;

/** Names that Windows reserves for devices cannot be folders there, and the archive travels on USB sticks. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

export function isReservedName(name: string): boolean {
  return reserved.test(name);
}

/**
 * An address part made from a title: transliterated, lower case, words joined by hyphens, cut at a word border. It is never a name
 * that Windows reserves.
 *
 * Returns "" for a title without a single letter or digit.
 */
export function slugify(title: string, maxLength: number = maxSlugCharacters): string {
  const slug = transliterate(title)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’‘]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (isReservedName(slug)) return `${slug}-1`;
  if (slug.length <= maxLength) return slug;
  const border = slug.lastIndexOf("-", maxLength);
  return slug.slice(0, border > maxLength / 2 ? border : maxLength).replace(/-+$/, "");
}
