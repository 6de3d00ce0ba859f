/*
 * What word processors and browsers leave in a text that is copied from them. Reading, `check --fix` and `import` clean alike.
 */

/** Line, page and cell breaks of word processors: a space stands for them, so that no words grow together. */
const breaks = /[\u000b\u000c\u0085\u2028\u2029]/g;
/** Controls without a meaning in a text; tab and line ends have one. */
const controls = /[\u0000-\u0008\u000e-\u001d\u001f]/g;

/** Replaces controls: breaks by a space, the hard hyphen of Word by a hyphen; the others go. */
export function cleanControls(text: string): string {
  return text.replace(breaks, " ").replaceAll("\u001e", "-").replace(controls, "");
}

/** The first control that `cleanControls` would replace. */
export function findControl(text: string): RegExpExecArray | null {
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0085\u2028\u2029]/.exec(text);
}

/**
 * Marks that nobody sees: zero-width spaces, joiners and marks, soft hyphens. Joiners within emoji and between letters of scripts
 * that need them are no such marks.
 */
export function invisibleMarks(text: string): readonly RegExpExecArray[] {
  if (!/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]/.test(text)) return [];
  return [...text.matchAll(invisible)];
}

/** The text without marks that nobody sees. */
export function withoutInvisible(text: string): string {
  return invisibleMarks(text).length === 0 ? text : text.replace(invisible, "");
}

/** The letters of scripts that are joined or kept apart by marks: Arabic and Syriac to Mongolian, those of India and its neighbours. */
const joining =
  "[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Nko}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}]";
const pictograph = "\\p{Extended_Pictographic}(?:\\ufe0f|\\p{Emoji_Modifier})?";
/** Marks of direction mean something beside letters that are written from the right. */
const fromTheRight = "[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}]";

const invisible = new RegExp(
  [
    "[\\u200b\\u2060-\\u2064\\ufeff\\u00ad]",
    `(?<!${pictograph})(?<!${joining}\\p{M}*)\\u200d`,
    `(?<=${pictograph})\\u200d(?!\\p{Extended_Pictographic})`,
    `(?<!${joining}\\p{M}*)\\u200c|\\u200c(?!${joining})`,
    `(?<!${fromTheRight}.*)[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069](?!.*${fromTheRight})`,
  ].join("|"),
  "gu",
);

/** Parameters that tell a site from where somebody came; the page is the same without them. */
const tracking = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|igshid|_hs(?:enc|mi))$/i;

/** An address without what tracks readers: the detour over Google or Outlook, and the parameters of campaigns. */
export function cleanAddress(address: string): string {
  if (!/[?&](?:utm_|fbclid|gclid|dclid|msclkid|yclid|mc_|igshid|_hs|q=|url=)/i.test(address) || !URL.canParse(address))
    return address;
  const url = new URL(address);
  const inner = wrappedAddress(url);
  if (inner !== undefined) return cleanAddress(inner);
  const [before = "", query = "", hash = ""] = splitQuery(address);
  const kept = query.split("&").filter((part) => !tracking.test(part.split("=")[0] ?? ""));
  return before + (kept.length > 0 ? `?${kept.join("&")}` : "") + hash;
}

/** Google Docs and Outlook lead every link through a page of their own. */
function wrappedAddress({ hostname, pathname, searchParams }: URL): string | undefined {
  const inner =
    /(?:^|\.)google\.[a-z.]+$/.test(hostname) && pathname === "/url"
      ? (searchParams.get("q") ?? searchParams.get("url"))
      : hostname.endsWith(".safelinks.protection.outlook.com")
        ? searchParams.get("url")
        : undefined;
  return inner && /^https?:\/\//.test(inner) && URL.canParse(inner) ? inner : undefined;
}

function splitQuery(address: string): readonly [before: string, query: string, hash: string] {
  const at = address.indexOf("#");
  const hash = at < 0 ? "" : address.slice(at);
  const whole = at < 0 ? address : address.slice(0, at);
  const mark = whole.indexOf("?");
  return mark < 0 ? [whole, "", hash] : [whole.slice(0, mark), whole.slice(mark + 1), hash];
}
