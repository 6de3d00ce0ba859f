import type { EditorialTexts } from "../types/diagnostics.ts";

/** What an editor would mend in valid texts, in English. */
export const reviewDiagnostics: EditorialTexts = {
  "style/quotes": ({ written, mended }) => ({
    message: `The quotation marks of ${written} do not go together in this language.`,
    hint: `Write ${mended}. praktika check --fix does it for you.`,
  }),
  "style/invisible-mark": ({ codePoint, text }) => ({
    message: `An invisible mark (${codePoint}) stands in “${text}”: search does not find such a word, and an address with it does not work.`,
    hint: "Delete it. praktika check --fix does it for you.",
  }),
  "style/mixed-alphabets": ({ word, foreign, mended }) => ({
    message: `“${word}” mixes the alphabets: ${foreign} is of the other one. Search does not find such a word.`,
    hint: mended
      ? `Write ${mended}, all in one alphabet. praktika check --fix does it for you.`
      : "Type the word again, all in one alphabet.",
  }),
  "style/foreign-paragraph": ({ text }) => ({
    message: `This paragraph is in the other language: “${text}”.`,
    hint: "Translate it or move it into the other version; a quotation is marked [text]{lang=en}.",
  }),
  "style/letter-spaced": ({ text }) => ({
    message: `“${text}” is written with spaces between its letters: screen readers spell it, and search does not find it.`,
    hint: "Write the word together; **emphasis** makes it stand out.",
  }),
  "style/title-caps": ({ title }) => ({
    message: `The title is all in capitals: “${title}”.`,
    hint: "Write it as a sentence, with a capital only where one belongs.",
  }),
  "style/title-full-stop": ({ title }) => ({
    message: `The title ends with a full stop: “${title}”.`,
    hint: "Delete it: titles have none.",
  }),
  "style/long-summary": ({ length, most }) => ({
    message: `The summary has ${length} characters; lists show about ${most}.`,
    hint: "Say in one or two sentences what was done and what came of it.",
  }),
  "status/unchecked": () => ({
    message: "The practice is said to be active, but not when that was checked.",
    hint: "Add the day: status: {state: active, checked: 2026-05-14}.",
  }),
  "status/stale": ({ checked, years }) => ({
    message: `The status was last checked on ${checked}, more than ${years} years ago.`,
    hint: "Ask whether the practice still works, and write the day into status.checked.",
  }),
  "page/stale-statement": ({ updated }) => ({
    message: updated
      ? `The accessibility statement was last updated on ${updated}, more than a year ago.`
      : "The accessibility statement does not say when it was updated.",
    hint: "Look through it and write the day into updated: the law asks for it every year.",
  }),
  "media/unreferenced": ({ path }) => ({
    message: `No text shows or links ${path}; it is published all the same.`,
    hint: "Delete the file, or link it.",
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
    hint: "Compare the two. When the translation says the same again, save it with any change.",
  }),
  "translation/no-history": () => ({
    message: "How old translations are cannot be told: only the last part of the history is here (a shallow clone).",
    hint: "In a workflow, fetch all of it: fetch-depth: 0.",
  }),
  "site/security-expires": ({ expires }) => ({
    message: `The address for reports on security holds until ${expires}.`,
    hint: "See whether it is still right, and write a new day into security.expires, at most a year ahead.",
  }),
  "editing/not-installed": () => ({
    message: "The editor in the browser is switched on, but its program is not installed.",
    hint: "Run: npm install --save-dev @sveltia/cms @fontsource-variable/material-symbols-outlined – or take editing out of site.yaml.",
  }),
  "editing/outdated": ({ path }) => ({
    message: `${path} no longer fits the fields and themes of this archive.`,
    hint: "Run: npx praktika schema",
  }),
  "address/gone": ({ url, reason }) => ({
    message:
      reason === "no-host"
        ? `There is no such site any more: ${new URL(url).host}.`
        : `The page is gone: ${url} (HTTP ${reason}).`,
    hint: "Look for its new address or for a copy at https://web.archive.org, or say in the text where it was.",
  }),
  "address/moved": ({ url, to }) => ({
    message: `${url} has moved for good.`,
    hint: `Write the new address: ${to}`,
  }),
  "address/unclear": ({ url, reason }) => ({
    message: `Whether ${url} is still there could not be told (${reason}).`,
    hint: "Open it in a browser; some sites turn programs away.",
  }),
  "content/near-duplicate": ({ other, percent }) => ({
    message: `About ${percent} % of this text is also that of ${other}.`,
    hint: "If it is the same practice, keep one and give it the other's address: aliases, or legacy for its number.",
  }),
};
