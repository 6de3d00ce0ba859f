/**
 * Loads the sanitising library for a site that allows raw HTML. What remains is formatting: no script, no style,
 * no event attribute, no frame, no address with a scheme that runs code.
 */
export async function createSanitizer(): Promise<(html: string) => string> {
  const { default: sanitizeHtml } = await import("sanitize-html");
  const options = {
    allowedTags: [...sanitizeHtml.defaults.allowedTags, "img", "del", "ins", "details", "summary", "h1"],
    allowedAttributes: {
      "*": ["id", "class", "lang", "title", "role", "aria-label"],
      a: ["href", "rel"],
      img: ["src", "alt", "width", "height", "loading", "decoding"],
      th: ["scope", "colspan", "rowspan", "align"],
      td: ["colspan", "rowspan", "align"],
      div: ["tabindex"],
      ol: ["start"],
      time: ["datetime"],
    },
    allowedSchemes: ["http", "https", "mailto", "tel", "practice", "page", "file"],
    allowProtocolRelative: false,
    allowedSchemesByTag: { img: ["file"] },
  };
  return (html) => sanitizeHtml(html, options);
}
