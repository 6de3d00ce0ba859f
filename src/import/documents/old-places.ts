import { languageNamed } from "../../core/language/language.ts";
import { type GeneratorSite, pathInSite } from "./generator-site.ts";
import type { FrontCell } from "./read-front-matter.ts";

/** What the place of a file says: which text it is, in which language, of which day, and where it was published. */
export interface OldPlace {
  /** Below the site, without language and ending. */
  readonly path: string;
  /** The same for all languages of a text. */
  readonly key: string;
  readonly slug: string;
  readonly language: string | undefined;
  readonly date: string | undefined;
  readonly isDraft: boolean;
  /** Its old addresses, those that the text states first. */
  readonly addresses: readonly string[];
}

const addressKeys = ["url", "permalink", "slug", "aliases", "redirect_from"];

/** Whether a field says where a text was published; an address of another site says what the text is about. */
export function isAddress({ key, text }: FrontCell): boolean {
  return addressKeys.includes(key.toLowerCase()) && !/^https?:/i.test(text);
}

/** Understands the place of a file of another generator. */
export function readOldPlace(file: string, cells: readonly FrontCell[], site: GeneratorSite): OldPlace {
  const path = pathInSite(site, file) ?? file.slice(file.lastIndexOf("/") + 1);
  const whole = path
    .replace(/\.\w+$/, "")
    .replace(/^i18n\/([^/]+)\/docusaurus-plugin-content-(\w+)(?:\/current)?\//, "$1/$2/");
  const named = /^(.*)[._]([a-z]{2})(?:-[a-z]{2})?$/i.exec(whole);
  const suffix = named && languageNamed(named[2] ?? "") ? named : undefined;
  const parts = (suffix?.[1] ?? whole).split("/").filter((part) => part !== "");
  const folderAt = parts.findIndex((part, index) => index < parts.length - 1 && isCode(part));
  const language = suffix?.[2] ?? parts[folderAt];
  const kept = parts.filter((_, index) => index !== folderAt);
  if (/^_?index$/i.test(kept.at(-1) ?? "") && kept.length > 1) kept.pop();
  const name = kept.at(-1) ?? "";
  const [, year, month, day, rest] = /^(\d{4})-(\d{2})-(\d{2})-(.+)$/.exec(name) ?? [];
  const stated = (key: string): string | undefined => cells.find((cell) => cell.key.toLowerCase() === key)?.text;
  const slug = stated("slug")?.split("/").filter(Boolean).at(-1) || rest || name;
  const date = year && month && day ? `${year}-${month}-${day}` : undefined;
  const place = { kept, slug, language, date: stated("date") ?? date, cells };
  return {
    path: kept.join("/"),
    key: stated("translationkey") || stated("ref") || kept.join("/"),
    slug,
    language,
    date,
    isDraft: kept.includes("_drafts") || stated("published") === "false",
    addresses: listAddresses(place, site),
  };
}

/** A folder such as `bg/`; not every word of two letters. */
const isCode = (part: string): boolean =>
  /^[a-z]{2}(-[a-z]{2})?$/i.test(part) && languageNamed(part.slice(0, 2)) !== undefined;

interface Placed {
  readonly kept: readonly string[];
  readonly slug: string;
  readonly language: string | undefined;
  readonly date: string | undefined;
  readonly cells: readonly FrontCell[];
}

function listAddresses({ kept, slug, language, date, cells }: Placed, site: GeneratorSite): readonly string[] {
  const section = kept.slice(0, -1).filter((part) => part !== "content" && !part.startsWith("_"));
  const stated = cells.filter(isAddress).flatMap(({ key, text }) => {
    if (key.toLowerCase() === "slug") return [];
    return text.split("; ").map((address) => {
      const filled = fillPermalink(address, { section, slug, date });
      return filled.startsWith("/") ? filled : `/${[...section, filled].join("/")}`;
    });
  });
  const own = addressOfPlace({ kept, section, slug, date }, site);
  const isPrefixed = language !== undefined && site.generator !== "jekyll" && language !== site.language;
  const inLanguage = own === undefined ? [] : [isPrefixed ? `/${language}${own}` : own];
  // A text that states its address was published there and nowhere else.
  const isStated = cells.some(({ key, text }) => /^(url|permalink)$/i.test(key) && text.startsWith("/"));
  return [...new Set([...stated, ...(isStated ? [] : inLanguage)])];
}

interface Address {
  readonly section: readonly string[];
  readonly slug: string;
  readonly date: string | undefined;
}

/** Where a generator publishes a file if nothing else is said; undefined where that is not known. */
function addressOfPlace(
  { kept, ...address }: Address & { readonly kept: readonly string[] },
  { generator, permalink }: GeneratorSite,
): string | undefined {
  const { section, slug, date } = address;
  if (generator === "hugo" && kept[0] === "content") return `/${[...section, slug].join("/")}/`;
  if (generator === "docusaurus") return `/${[...section, slug].join("/")}/`;
  if (generator !== "jekyll" || !kept.some((part) => part === "_posts") || !date) return undefined;
  const rules: Readonly<Record<string, string>> = {
    pretty: "/:categories/:year/:month/:day/:title/",
    none: "/:categories/:title.html",
    date: "/:categories/:year/:month/:day/:title.html",
  };
  const rule = permalink ?? "date";
  return fillPermalink(rules[rule] ?? rule, address);
}

/** Jekyll's and Hugo's placeholders: `/:year/:month/:title/`. */
function fillPermalink(rule: string, { section, slug, date = "" }: Address): string {
  const [year = "", month = "", day = ""] = date.slice(0, 10).split("-");
  const values: Readonly<Record<string, string>> = {
    year,
    month,
    day,
    title: slug,
    slug,
    contentbasename: slug,
    categories: section.join("/"),
    section: section[0] ?? "",
    sections: section.join("/"),
    output_ext: ".html",
  };
  return rule.replace(/:(\w+)/g, (whole, name: string) => values[name] ?? whole).replace(/\/{2,}/g, "/");
}
