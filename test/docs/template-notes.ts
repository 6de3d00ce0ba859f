import type { createFilters } from "../../src/template/filters.ts";

/** Of a variable that is a catalogue of texts; what it holds is not listed. */
export const ownTexts = "the texts of this page";

const noBooklet =
  "all as one document to print; null for a single practice, for very many, and from the second page on";
const themesOnly = "only themes have one";
const themesAndYearsOnly = "only themes and years show it";
const ofOneSubject = "what all practices of a list share; null where that is nothing, and in short lists";
const onLists = "in what other orders the list can be shown; null in short lists, and without the search";
const ofThemes = "what themes say of themselves; null on other lists";
const fewYears = "null where the archive has fewer than three years";
const fewNominated = "null unless several practices of a long list have nominations";

/** What cannot be seen in the values: when a variable is null or empty, and what it is for. */
export const notes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "every page": {
    data: "what content/data/ holds, by the names of its files; a name that is not there is an error",
    asset: 'the address of an asset: `asset("css/screen.css")`',
    selection: "null where no practices are offered for print",
    contentSecurityPolicy: '"" on a disk, where there is no host',
    fonts: "to be fetched at once, so that nothing moves when they come",
    offline: "the service worker and its page; null on a disk",
    "page.isIndexed": "false where the page repeats the texts of another; `page.canonical` is then that one",
    searchHref: '"" on the page of the search',
    t: "the texts of the site in the language of the page",
  },
  "booklet.njk": { "parts[].html": "made from `partials/embedded-practice.njk`" },
  "compare.njk": {
    compare: ownTexts,
    sheet: "where a script finds a practice: its page, on a disk a script; `{id}` stands for its id",
  },
  "data.njk": { texts: ownTexts },
  "facet.njk": {
    booklet: noBooklet,
    feed: themesOnly,
    mostNominated: themesAndYearsOnly,
    theme: ofThemes,
    shared: ofOneSubject,
    sort: onLists,
  },
  "home.njk": {
    map: "null without municipalities",
    mostNominated: "null without nominations",
    shared: "null: `partials/facets.njk` asks for it",
    sort: "null: `partials/facets.njk` asks for it",
  },
  "innovator.njk": {
    booklet: noBooklet,
    feed: themesOnly,
    mostNominated: themesAndYearsOnly,
    theme: ofThemes,
    shared: ofOneSubject,
    sort: onLists,
  },
  "municipality.njk": {
    booklet: noBooklet,
    feed: themesOnly,
    mostNominated: themesAndYearsOnly,
    theme: ofThemes,
    shared: ofOneSubject,
    sort: onLists,
  },
  "offline.njk": { texts: ownTexts },
  "practice.njk": { metadata: "null in the profile `pages`", qr: "the drawing of the QR code" },
  "page.njk": { thirdParties: "hosts that `scripts:` of site.yaml allows, on the privacy page alone" },
  "practices.njk": { shared: ofOneSubject, sort: onLists, "sort.shared": "null on the list of all" },
  "print-selection.njk": { script: "phrases that the script of the page completes" },
  "search.njk": { script: "phrases that the script of the page completes" },
  "subjects.njk": { figure: "a drawing of the same figures, or null" },
  "years.njk": { figure: "a drawing of the same figures, or null" },
  "theme.njk": {
    booklet: noBooklet,
    mostNominated: fewNominated,
    shared: ofOneSubject,
    sort: onLists,
    "theme.bars": fewYears,
  },
  "themes.njk": { figure: "null: themes have bars of their own", "groups[].subjects[].bars": fewYears },
  "size.njk": {
    booklet: noBooklet,
    feed: themesOnly,
    mostNominated: themesAndYearsOnly,
    theme: ofThemes,
    shared: ofOneSubject,
    sort: onLists,
  },
  "year.njk": {
    theme: ofThemes,
    booklet: noBooklet,
    feed: themesOnly,
    mostNominated: fewNominated,
    shared: ofOneSubject,
    sort: onLists,
  },
};

/** The filters beside those of Nunjucks. */
export const filterNotes: Readonly<Record<keyof ReturnType<typeof createFilters>, string>> = {
  bareUrl: "an address as people write it, without scheme, `www.` and the slash at the end",
  dial: "a telephone number for `tel:`",
  json: "a value as JSON, safe inside HTML",
  whole: "a text whose ranges (“2014–2020”), numbers with endings and articles of law stay on one line",
};

export const templatesIntro = `A site's \`templates/\` may hold any file of Praktika's own \`templates/\` and replaces it; the others stay. This page lists what each template
receives. \`rows[].title\` is the title of each item of the list \`rows\`. \`texts\` are catalogues of words; some of them are functions that fill
in values.

## What a site adds

A copy of a whole template has to be kept up with every new version. Four partials are empty and there to be filled: \`partials/head-end.njk\`,
\`partials/body-end.njk\`, and around a practice \`partials/before-practice.njk\` and \`partials/after-practice.njk\`. \`praktika templates copy NAME\` copies any
other file under a line that names its version; \`praktika check\` says when the original has changed since, and \`praktika templates diff NAME\`
shows the lines that differ.

Files of \`content/data/\` (YAML, JSON, CSV with a line of column names) are there in every template: \`team.yaml\` as \`data.team\`. Scalars of YAML
are text.

## How templates work

Templates are Nunjucks, and strict: a name that does not exist is an error with its line and column, also inside \`{% if %}\`. Values that may be
absent are there as \`null\`, \`""\` or an empty list.

- \`src/template/check-templates.ts\` looks through all templates, used or not.
- \`src/template/flatten-template.ts\` joins a template with those it extends and includes into one tree.
- \`src/template/strict-compiler.ts\` turns the tree into JavaScript; its look-ups are the functions of \`src/template/strict-runtime.ts\`.
- Templates that \`{% set %}\` names or define macros are not joined. They work, only slower.

Templates are a program: whoever may change them may run code.

## Assets

Assets are the files of \`templates/assets/\`, the fonts of the packages and the scripts of pages. They are published under names with a fingerprint.
\`@import "x.css";\` puts a style sheet into another; \`url("…")\` is relative to the file that contains it. The parts of the fonts that nearly every page needs are cut
out (\`templates/assets/fonts/\`, by \`test/golden/core-fonts.test.ts\`) and fetched before the style sheet asks for them.`;
