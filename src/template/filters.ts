import nunjucks from "nunjucks";
import { mapWholeNumbers } from "../core/language/whole-numbers.ts";
import { escapeHtml } from "./escape-html.ts";

/** The filters that templates may use beside those of Nunjucks. */
export function createFilters() {
  return {
    /** `https://www.example.org/a/` as people write it: without scheme, www. and the slash at the end. */
    bareUrl: (url: string): string => url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, ""),
    /** A telephone number for a `tel:` address. */
    dial: (number: string): string => number.replace(/[^\d+]/g, ""),
    /** A piece of JSON that is safe inside HTML. */
    json: (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c"),
    /** A text whose ranges, numbers with endings and articles of law stay on one line; it may be printed safely. */
    whole: (text: string): nunjucks.runtime.SafeString =>
      new nunjucks.runtime.SafeString(
        mapWholeNumbers(escapeHtml(text), (number) => `<span class="whole">${number}</span>`),
      ),
  };
}
