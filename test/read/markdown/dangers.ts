/** Elements that Markdown and the sanitiser may write; nothing in this list runs, loads or submits anything. */
const harmless = new Set(
  (
    "p h1 h2 h3 h4 h5 h6 a img em strong s del ins code pre blockquote ul ol li hr br table thead tbody tfoot tr th td " +
    "span div sup sub aside section figure figcaption details summary b i u small mark q cite abbr dl dt dd kbd samp " +
    "var time address article header footer main nav caption col colgroup bdi bdo dfn data rb rp rt rtc ruby wbr hgroup"
  ).split(" "),
);
const attributes = new Set(
  (
    "id class lang title role aria-label href rel src alt width height loading decoding scope colspan rowspan align " +
    "tabindex start datetime"
  ).split(" "),
);
const schemes = /^(https?|mailto|tel|practice|page|file):/;

/** What in a piece of HTML could run code, load something from elsewhere, or restyle the page. */
export function dangersIn(html: string): readonly string[] {
  return [...html.matchAll(/<(\/?)([^\s/>]*)([^>]*)>?/g)].flatMap(([tag, , name = "", rest = ""]) => {
    if (!harmless.has(name.toLowerCase())) return [`element ${tag}`];
    const left = rest.replace(/\s+([^\s=>"']+)(?:="([^"]*)"|='([^']*)')?/g, (whole, attribute, double, single) =>
      isHarmless(name.toLowerCase(), attribute.toLowerCase(), double ?? single ?? "") ? "" : whole,
    );
    return left.replace(/\s*\/?$/, "") === "" ? [] : [`attribute ${tag}`];
  });
}

function isHarmless(element: string, attribute: string, written: string): boolean {
  if (!attributes.has(attribute)) return false;
  if (attribute !== "href" && attribute !== "src") return true;
  // As a browser reads an address: references decoded, white space and control characters dropped.
  const address = [...decodeReferences(written)]
    .filter((sign) => sign > "\u0020")
    .join("")
    .toLowerCase();
  if (!/^[^/?#]*:/.test(address)) return !/^[/\\]{2}/.test(address);
  return element === "img" ? address.startsWith("file:") : schemes.test(address);
}

function decodeReferences(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);?/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);?/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll("&colon;", ":")
    .replaceAll("&amp;", "&");
}
