import { transliterate } from "./transliterate.ts";

const longest = 80;

/**
 * An address part made from a title: transliterated, lower case, words joined by hyphens, cut at a word border.
 *
 * Returns "" for a title without a single letter or digit.
 */
export function slugify(title: string, maxLength: number = longest): string {
  const slug = transliterate(title)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’‘]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (slug.length <= maxLength) return slug;
  const border = slug.lastIndexOf("-", maxLength);
  return slug.slice(0, border > maxLength / 2 ? border : maxLength).replace(/-+$/, "");
}
