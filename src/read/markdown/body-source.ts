import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import type { Finding } from "../../core/diagnostics/finding.ts";
import type { Language } from "../../core/language/language.ts";
import type { BodyLink } from "../../core/model/body.ts";
import type { MediaFile } from "../../core/model/document.ts";
import type { Site } from "../../core/model/site.ts";

/** A text to be rendered, and what it needs to know of the rest of the content. */
export interface BodySource {
  /** File the text stands in, relative to the root. */
  readonly file: string;
  /** Folder of that file below content/, such as `practices/2016`. */
  readonly folder: string;
  readonly text: string;
  /** Line of the file in which the text begins, from 1. */
  readonly firstLine: number;
}

export interface BodyTools {
  readonly parsers: Readonly<Record<Language, MarkdownIt>>;
  /** By path below content/. */
  readonly media: ReadonlyMap<string, MediaFile>;
  /** Whose own addresses are recognised. */
  readonly site?: Pick<Site, "baseUrl" | "languages" | "sections">;
  /** Files below content/ that are there and not published, because their type is not known. */
  readonly unpublished?: ReadonlySet<string>;
  /** Ids of pages that there are files of; if it is not known, every id may be one. */
  readonly pages?: { has(id: string): boolean };
  /** Cleans HTML; present only if the site allows raw HTML. */
  readonly sanitize: ((html: string) => string) | undefined;
}

/** What the passes over a text collect. */
export interface Collected {
  readonly findings: Finding[];
  readonly links: BodyLink[];
  readonly anchors: string[];
  readonly titles: string[];
}

/** The words of an inline token without its markup. */
export function plainText(token: Token | undefined): string {
  return (token?.children ?? [])
    .map((child) =>
      child.type === "softbreak" || child.type === "hardbreak"
        ? " "
        : child.type === "text" || child.type === "code_inline"
          ? child.content
          : "",
    )
    .join("")
    .replace(/\s{2,}|[^\S ]/g, " ")
    .trim();
}
