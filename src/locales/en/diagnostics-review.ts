import type { EditorialTexts } from "../types/diagnostics.ts";

/** Marks that come most often; others are told by their number. */
const marks: Readonly<Record<string, string>> = {
  "U+200B": "zero-width space",
  "U+00AD": "soft hyphen",
  "U+FEFF": "zero-width no-break space",
  "U+2060": "word joiner",
  "U+200D": "zero-width joiner",
  "U+200C": "zero-width non-joiner",
};

function nameMark(codePoint: string): string {
  const name = marks[codePoint];
  return name ? `${name}, ${codePoint}` : codePoint;
}

/** What an editor would improve in valid texts, in English. */
export const reviewDiagnostics: EditorialTexts = {
  "style/quotes": ({ written, fixed }) => ({
    message: `The quotation marks of ${written} are not a pair in this language.`,
    hint: `Write ${fixed}. praktika check --fix does this for you.`,
  }),
  "style/invisible-mark": ({ codePoint, text }) => ({
    message: `An invisible mark (${nameMark(codePoint)}) stands in “${text}”: search does not find such a word, and an address with it does not work.`,
    hint: "Delete it. praktika check --fix does it for you.",
  }),
  "style/mixed-alphabets": ({ word, foreign, fixed }) => ({
    message: `“${word}” mixes alphabets: ${foreign} is from the other one. The search does not find such words.`,
    hint: fixed
      ? `Write ${fixed}, all in one alphabet. praktika check --fix does this for you.`
      : "Type the word again, all in one alphabet.",
  }),
  "style/foreign-paragraph": ({ text }) => ({
    message: `This paragraph is in the other language: “${text}”.`,
    hint: "Translate it or move it into the other version; mark a quotation as [text]{lang=en}.",
  }),
  "style/letter-spaced": ({ text }) => ({
    message: `“${text}” is written with spaces between its letters: screen readers spell it out, and the search does not find it.`,
    hint: "Write it as one word; use **emphasis** to make it stand out.",
  }),
  "style/title-caps": ({ title }) => ({
    message: `The title is all in capitals: “${title}”.`,
    hint: "Use sentence case.",
  }),
  "style/title-full-stop": ({ title }) => ({
    message: `The title ends with a full stop: “${title}”.`,
    hint: "Delete the full stop.",
  }),
  "style/long-summary": ({ length, most }) => ({
    message: `The summary has ${length} characters; lists show about ${most}.`,
    hint: "Describe in one or two sentences what was done and what the result was.",
  }),
  "status/unchecked": () => ({
    message: "The practice is marked as active, but there is no date of the last check.",
    hint: "Add the date: status: {state: active, checked: 2026-05-14}.",
  }),
  "status/stale": ({ checked, years }) => ({
    message: `The status was last checked on ${checked}, more than ${years} years ago.`,
    hint: "Ask whether the practice still works, and write the date in status.checked.",
  }),
  "page/stale-statement": ({ updated }) => ({
    message: updated
      ? `The accessibility statement was last updated on ${updated}, more than a year ago.`
      : "The accessibility statement does not say when it was updated.",
    hint: "Review it and write the date in updated: the law requires a review every year.",
  }),
  "media/unreferenced": ({ path }) => ({
    message: `No text shows or links to ${path}; it is still published.`,
    hint: "Delete the file, or link to it.",
  }),
  "translation/untranslated": ({ part, isTitle }) => ({
    message: isTitle
      ? `The field “${part}” is in the other language.`
      : `The section “${part}” is in the other language.`,
    hint: isTitle
      ? "Translate it, or spell it in the letters of this language."
      : "Translate it; a name or quotation that stays as it is is marked [text]{lang=…}.",
  }),
  "translation/older": ({ original, day }) => ({
    message: `The original, ${original}, was changed on ${day}, after this translation.`,
    hint: "Compare the two. When the translation is up to date again, save it with any change.",
  }),
  "site/security-expires": ({ expires }) => ({
    message: `The contact for security reports expires on ${expires}.`,
    hint: "Check that it is still correct, and set a new date in security.expires, at most one year ahead.",
  }),
  "editing/not-installed": () => ({
    message: "The editor in the browser is enabled, but its package is not installed.",
    hint: "Run: npm install --save-dev @sveltia/cms @fontsource-variable/material-symbols-outlined – or remove editing from site.yaml.",
  }),
  "editing/outdated": ({ path }) => ({
    message: `${path} does not match the current fields and themes of this archive.`,
    hint: "Run: npx praktika schema",
  }),
  "address/gone": ({ url, reason }) => ({
    message:
      reason === "no-host"
        ? `The site no longer exists: ${new URL(url).host}.`
        : `The page is gone: ${url} (HTTP ${reason}).`,
    hint: "Find its new address or a copy at https://web.archive.org, or mention in the text where it was.",
  }),
  "address/moved": ({ url, to }) => ({
    message: `${url} has moved permanently.`,
    hint: `Write the new address: ${to}`,
  }),
  "address/unclear": ({ url, reason }) => ({
    message: `Could not check whether ${url} still exists (${reason}).`,
    hint: "Open it in a browser; some sites reject programs.",
  }),
  "content/near-duplicate": ({ other, percent }) => ({
    message: `About ${percent} % of this text also appears in ${other}.`,
    hint: "If it is the same practice, keep one and give it the other's address: aliases, or legacy for its number.",
  }),
};
