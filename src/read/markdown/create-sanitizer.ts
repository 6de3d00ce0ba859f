/**
 * Loads the sanitising library for a site that allows raw HTML. What remains is formatting: no script, no style,
 * no event attribute, no frame, no address with a scheme that runs code.
 */
export async function createSanitizer(): Promise<(html: string) => string> {
  const { default: sanitizeHtml } = await import("sanitize-html");
  const options = {
    allowedTags: [...sanitizeHtml.defaults.allowedTags, "img", "del", "ins", "details", "summary"],
    allowedAttributes: {
      "*": ["id", "class", "lang", "title", "aria-label"],
      a: ["href", "rel"],
      img: ["src", "alt", "width", "height", "loading", "decoding"],
      th: ["scope", "colspan", "rowspan", "align"],
      td: ["colspan", "rowspan", "align"],
      div: [
        { name: "role", values: ["group"] },
        { name: "tabindex", values: ["0"] },
      ],
      section: [{ name: "role", values: ["doc-endnotes"] }],
      ol: ["start"],
      time: ["datetime"],
    },
    allowedSchemes: schemes,
    allowProtocolRelative: false,
    allowedSchemesByTag: { img: ["file"] },
    // The title of the page is its only heading of the first level.
    transformTags: {
      h1: "h2",
      a: (tagName: string, attribs: Record<string, string>) => {
        const { href = "", ...others } = attribs;
        return { tagName, attribs: hasDoubtfulScheme(href) ? others : attribs };
      },
    },
    // An image written as HTML has no address that holds on every page; Markdown's have `file:` here.
    exclusiveFilter: ({ tag, attribs }: { tag: string; attribs: Record<string, string> }) =>
      tag === "img" && !attribs.src?.startsWith("file:"),
  };
  return (html) => sanitizeHtml(html, options);
}

const schemes = ["http", "https", "mailto", "tel", "practice", "page", "file"];

/**
 * Whether what stands before a colon is none of the schemes. The library takes `!x:` for part of a path, as browsers of today do;
 * nobody means it, and other readers of a page may see a scheme in it.
 */
function hasDoubtfulScheme(href: string): boolean {
  const [, scheme] = /^([^/?#]*):/.exec([...href].filter((sign) => sign > " ").join("")) ?? [];
  return scheme !== undefined && !schemes.includes(scheme.toLowerCase().split(":")[0] ?? "");
}
