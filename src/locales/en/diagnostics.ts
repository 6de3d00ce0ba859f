import type { TallyExpectation } from "../../core/diagnostics/kinds.ts";
import type { DiagnosticTexts } from "../../core/diagnostics/texts.ts";
import { designDiagnostics } from "./diagnostics-design.ts";
import { fieldsDiagnostics } from "./diagnostics-fields.ts";
import { importDiagnostics } from "./diagnostics-import.ts";
import { markdownDiagnostics } from "./diagnostics-markdown.ts";
import { outputDiagnostics } from "./diagnostics-output.ts";
import { placesDiagnostics } from "./diagnostics-places.ts";
import { printDiagnostics } from "./diagnostics-print.ts";
import { fixes, readingDiagnostics } from "./diagnostics-reading.ts";
import { reviewDiagnostics } from "./diagnostics-review.ts";
import { readingHint, unreadable, unreadableImage } from "./unreadable.ts";

const meant = (nearest: string | undefined, otherwise: string): string =>
  nearest ? `Did you mean “${nearest}”?` : otherwise;

const outsideReasons = {
  outside: "it points outside the site",
  query: "a static site cannot serve the part after “?”",
  long: "it is too long",
  scheme: "it must be a path on this site, without https:// and host",
};

const tallyExpectations: Readonly<Record<TallyExpectation, string>> = {
  json: "complete JSON",
  object: "a group of fields",
  count: "a whole number, 0 or more",
  root: "a hash of 64 hexadecimal digits",
  time: "a time in UTC, for example 2026-11-24T12:00:00Z",
};

export const diagnostics: DiagnosticTexts = {
  "content/bom": () => ({
    message: "The file begins with an invisible byte order mark.",
    hint: "Save it as “UTF-8”, not “UTF-8 with BOM”. The page is built all the same.",
  }),
  "content/crlf": () => ({
    message: "The file has Windows line endings (CRLF).",
    hint: "Nothing is wrong with the page. If you like, set your editor to LF, so that changes are easier to compare.",
  }),
  "content/empty-file": () => ({
    message: "The file is empty.",
    hint: "Write the practice, or delete the file. `praktika new` creates a skeleton.",
  }),
  "content/shallow-history": () => ({
    message:
      "Nobody can tell here when texts were last changed, nor which translations are older than their originals: this is a shallow clone without the full history.",
    hint: "Fetch the full history: git fetch --unshallow; in a workflow, fetch-depth: 0.",
  }),
  "content/symlink": ({ target }) => ({
    message: `This is a symbolic link to ${target}, outside the content folder.`,
    hint: "Copy the file itself into the content folder.",
  }),
  "content/unreadable": ({ reason, what }) => ({
    message: `The ${what} cannot be read: ${reason}.`,
    hint: readingHint(reason),
  }),
  "content/unexpected-file": ({ expected }) => ({
    message: "This file is not used: no file with this name is expected here.",
    hint: `Expected: ${expected}`,
  }),
  "content/invalid-id": ({ id, suggestion }) => ({
    message: `“${id}” cannot be the address of a page.`,
    hint: `Use Latin letters, digits and hyphens, at most 100. Rename the file to “${suggestion}”.`,
  }),
  "static/taken": ({ path }) => ({
    message: `The site has a page or file of its own at /${path}.`,
    hint: "Rename the file, or remove it from content/static/.",
  }),
  "content/duplicate-id": ({ id, language, other }) => ({
    message: `There are two files for “${id}” in language ${language}; the other is ${other}.`,
    hint: "Give one of them another file name, or delete the one that is not needed.",
  }),
  "content/id-case": ({ id, other, otherFile }) => ({
    message: `“${id}” differs from “${other}” only in capital letters (${otherFile}).`,
    hint: "On Windows and on USB sticks both would be one page. Rename one of the files.",
  }),
  "content/unknown-language": ({ language, known }) => ({
    message: language ? `The site has no language “${language}”.` : "The language of this file is not known.",
    hint: `End the file name in .${known.split(", ")[0] ?? "bg"}.md, or write lang in the front matter. Languages of the site: ${known}.`,
  }),
  "content/language-mismatch": ({ inFile, inName }) => ({
    message: `The front matter says lang: ${inFile}, the file name says .${inName}.md.`,
    hint: "Make them the same, or leave lang out.",
  }),
  "content/year-mismatch": ({ folder, year }) => ({
    message: `The file is in the folder ${folder}, but its date is in ${year}.`,
    hint: `Move the file to practices/${year}/, or correct the date.`,
  }),
  "content/empty-text": ({ sections }) => ({
    message: "There is no text below the front matter.",
    hint:
      sections.length === 0
        ? "Write it below the line of three hyphens."
        : `Write the sections ${new Intl.ListFormat("en-GB").format(sections.map((name) => `“${name}”`))}.`,
  }),
  "content/missing-section": ({ section }) => ({
    message: `The section “${section}” is missing.`,
    hint: `Add a line “## ${section}” and the text under it.`,
  }),
  "content/guidance-left": ({ section }) => ({
    message: `The section “${section}” still contains the questions from \`praktika new\`.`,
    hint: "Answer them in your own words, and delete them.",
  }),
  "content/repeated-section": ({ section }) => ({
    message: `The section “${section}” occurs twice.`,
    hint: "Merge the two, or give the second one another heading.",
  }),

  "front-matter/missing": ({ fieldsAt }) => ({
    message: fieldsAt
      ? `The fields begin only in line ${fieldsAt}, below other text.`
      : "The file does not begin with front matter.",
    hint: fieldsAt
      ? "Move the text above them below the line --- with which they end."
      : "Put a line with --- at the very top, then title, innovator and date, then a second line with ---.",
  }),
  "front-matter/unclosed": () => ({
    message: "The front matter is not closed.",
    hint: "Put a line with nothing but --- between the last field and the text.",
  }),
  "front-matter/language": ({ language }) => ({
    message: `Front matter in “${language}” is not allowed.`,
    hint: "Write just --- in the first line; the front matter is YAML.",
  }),
  "front-matter/missing-field": ({ field, example, present }) => ({
    message: present ? `“${field}” is empty.` : `“${field}” is missing.`,
    hint: present ? `Write a value, for example: ${example}` : `Add a line such as: ${example}`,
  }),
  "front-matter/markup": ({ field, written, meant }) => ({
    message: `The field ${field} is plain text, in which “${written}” appears exactly as typed.`,
    hint: meant === "" ? "Delete it." : `Write: ${meant}`,
  }),
  "front-matter/not-stated": ({ field }) => ({
    message: `“${field}” has no value; the page will say “not stated”.`,
    hint: "Fill it in if you know the value.",
  }),
  "front-matter/unknown-key": ({ key, nearest, known, declarable }) => ({
    message: `“${key}” is not a known field.`,
    hint: key.includes(" ")
      ? "If it belongs to a text with a comma, put the whole text in quotes: between { and } each comma starts a new field."
      : meant(
          nearest,
          `Known fields: ${known}.${declarable ? " Another field of your archive is declared in content/fields.yaml." : ""}`,
        ),
  }),
  "front-matter/wrong-type": ({ field, expected, actual, example }) => ({
    message: `“${field}” must be ${enKinds[expected] ?? expected}, not ${enKinds[actual] ?? actual}.`,
    hint: example
      ? `Write it like this: ${example}`
      : "Compare with another practice, or see the list of fields in CONTRIBUTING.md.",
  }),
  "front-matter/invalid-value": ({ field, value, allowed, nearest }) => ({
    message: `“${value}” is not a valid value for “${field}”.`,
    hint: meant(nearest, `Allowed: ${allowed}.`),
  }),
  "front-matter/impossible-date": ({ value, lastDay }) => ({
    message: `There is no day ${value} in the calendar.`,
    hint: lastDay ? `The last day of that month is ${lastDay}.` : "Check month and day: year-month-day.",
  }),
  "front-matter/invalid-url": ({ value, suggestion }) => ({
    message: `“${value}” is not a web address.`,
    hint: suggestion
      ? `Did you mean ${suggestion}?`
      : "An address looks like https://www.example.org/page and has no spaces.",
  }),
  "front-matter/unknown-theme": ({ theme, nearest, known }) => ({
    message: `There is no theme “${theme}”.`,
    hint: theme.includes(",")
      ? "Put a list in brackets: themes: [energy, youth]"
      : meant(nearest, `Themes are listed in content/themes.yaml: ${known}.`),
  }),
  "front-matter/unknown-municipality": ({ name, nearest }) => ({
    message: `There is no municipality “${name}”.`,
    hint: meant(
      nearest,
      "Write the name or the code as in the table of places: content/places.csv or, without it, the municipalities of Bulgaria.",
    ),
  }),
  "front-matter/ambiguous-municipality": ({ name, codes }) => ({
    message: `There is more than one municipality “${name}”.`,
    hint: `Write the code instead of the name: ${codes}.`,
  }),
  "front-matter/unknown-practice": ({ id, field, nearest }) => ({
    message: `“${field}” names the practice “${id}”, which does not exist.`,
    hint: meant(nearest, "Write the file name without language and .md, or plain text without “practice:”."),
  }),

  ...readingDiagnostics,

  "link/unknown-practice": ({ id, nearest }) => ({
    message: `The link leads to the practice “${id}”, which does not exist.`,
    hint: meant(nearest, "Use the file name without language and .md, as in practice:srednogorie-2020."),
  }),
  "link/unknown-page": ({ id, nearest }) => ({
    message: `The link leads to the page “${id}”, which does not exist.`,
    hint: meant(nearest, "Pages are the files in content/pages/."),
  }),
  "link/missing-file": ({ path, nearest }) => ({
    message: `The file “${path}” does not exist.`,
    hint: meant(nearest, "Put the file into content/media/ and write its path from content/, as in media/plan.pdf."),
  }),
  "link/outside-content": ({ path }) => ({
    message: `“${path}” points outside the content folder.`,
    hint: "Put the file into content/media/ and write media/….",
  }),
  "link/invalid-url": ({ url }) => ({
    message: url === "" ? "The link has no address." : `“${url}” is not an address that can be linked to.`,
    hint: "Use https://…, mailto:…, tel:…, practice:ID, page:ID or a file below content/.",
  }),
  "link/unknown-section": ({ fragment, id, nearest }) => ({
    message: `“${id}” has no heading “#${fragment}”.`,
    hint: nearest
      ? `The nearest heading is “#${nearest}”: write #${nearest}, or leave out the part after #.`
      : "Leave out the part after #.",
  }),
  "link/missing-scheme": ({ written, meant, isSure }) => ({
    message: `“${written}” is read as the name of a file, and there is no such file.`,
    hint: isSure ? `Write the whole address: ${meant} – ${fixes}` : `If it is an address, write all of it: ${meant}`,
  }),
  "link/foreign-image": ({ url }) => ({
    message: `The picture ${url} is on another site and is not shown.`,
    hint: "Download it into content/media/ and write media/file-name.jpg, or make it a link: no ! before the brackets.",
  }),
  "link/draft": ({ id }) => ({
    message: `The link leads to “${id}”, which is still a draft; readers will see plain text.`,
    hint: "The link will work when the draft is published.",
  }),

  "media/unsafe-svg": ({ found }) => ({
    message: `The drawing contains ${found}, which could run a program in the reader's browser.`,
    hint: "Export it again as “plain SVG”, or save it as PNG.",
  }),
  "media/unknown-type": ({ extension, allowed }) => ({
    message: `Files of type “${extension}” are not published.`,
    hint: `Allowed: ${allowed}.`,
  }),
  "media/unreadable-image": ({ reason }) => ({
    message: `The image cannot be read: ${unreadableImage[reason]}.`,
    hint: "Open it and save it again as PNG, JPEG, WebP or SVG.",
  }),

  "site/missing": () => ({
    message: "There is no content/site.yaml.",
    hint: "Create it with at least a name, for example: name: {bg: Архив, en: Archive}. --root names the folder that holds content/.",
  }),
  "site/unknown-time-zone": ({ value }) => ({
    message: `There is no time zone “${value}”.`,
    hint: "Write it as in the IANA time zone database, for example Europe/Sofia.",
  }),
  "site/lonely-synonym": ({ value }) => ({
    message: `“${value}” has no other word that means the same.`,
    hint: "Each line holds at least two words with a comma between them, for example: - NGO, non-governmental organisation",
  }),
  "site/contest-days": ({ opens, closes }) => ({
    message: `Nominations would close (${closes}) before they open (${opens}).`,
    hint: "closes is the last day on which nominations are accepted.",
  }),
  "data/invalid": ({ reason }) => ({
    message: `These data cannot be read: ${reason}`,
    hint: "Correct the file; templates show what it holds as data.NAME.",
  }),
  "data/same-name": ({ name, other }) => ({
    message: `Templates would know this file and ${other} by the same name, data.${name}.`,
    hint: "Give one of them another name.",
  }),
  "issue/empty-selection": () => ({
    message: "No practice belongs to this issue.",
    hint: "Check the selection: a list of ids, or a query such as {year: 2007}.",
  }),
  "issue/unknown-practice": ({ id, nearest }) => ({
    message: `The selection names the practice “${id}”, which does not exist.`,
    hint: meant(nearest, "Use the file name without language and .md."),
  }),
  "alias/invalid": ({ alias, reason }) => ({
    message: `The old address “${alias}” cannot be served: ${outsideReasons[reason]}.`,
    hint: "Write a path such as /innovations/srednogorie/. For an old number use legacy: {iid: 1067}.",
  }),
  "route/collision": ({ permalink, other }) => ({
    message: `The address ${permalink} is already used by ${other || "a page that Praktika generates"}.`,
    hint: "Rename one of the two files, or remove the alias.",
  }),

  "template/syntax": ({ reason }) => ({
    message: `The template cannot be read: ${reason}`,
    hint: "Check that every {% if %}, {% for %} and {% block %} has its end tag, and every {{ its }}.",
  }),
  "template/undefined": ({ name, nearest, template }) => ({
    message: `“${name}” is not defined here.`,
    hint: `${meant(nearest, "The values a template receives are listed in docs/templates.md.")} If this is a copy from an older version of Praktika, praktika templates diff ${template} shows what is called otherwise now.`,
  }),
  "template/missing": ({ name, nearest }) => ({
    message: `There is no template “${name}”.`,
    hint: meant(nearest, "Praktika looks for templates in the site's templates/ folder, then in its own."),
  }),
  "template/unknown-filter": ({ name, nearest }) => ({
    message: `There is no filter “${name}”.`,
    hint: meant(nearest, "The filters are listed in docs/templates.md."),
  }),
  "template/failed": ({ reason }) => ({
    message: `The template failed: ${reason}`,
    hint: "Run the command with --verbose to see where in the program it happened.",
  }),
  "template/outdated": ({ name }) => ({
    message: "Praktika's original of this template has changed since it was copied.",
    hint: `praktika templates diff ${name} shows the lines that differ. Take over what you need, then write the version that praktika templates list shows into the first line.`,
  }),
  "template/unused": ({ name }) => ({
    message: `No page is made with templates/${name}: Praktika has no template of this name, and no other template includes it.`,
    hint: "Check the name against praktika templates list. A template that an older version of Praktika had can be deleted; CHANGELOG says what came in its place.",
  }),
  "asset/missing": ({ path, nearest }) => ({
    message: `The asset “${path}” does not exist.`,
    hint: meant(nearest, "Assets are files in templates/assets/."),
  }),

  "tally/unreadable": ({ reason, detail }) => ({
    message: `The tally of nominations cannot be read: ${unreadable[reason](detail)}.`,
    hint: "Check the path or address after --tally. Without --tally the site is built without nomination counts.",
  }),
  "tally/invalid": ({ field, reason }) => ({
    message: field
      ? `The tally of nominations is invalid: “${field}” must be ${tallyExpectations[reason]}.`
      : `This is not a tally of nominations; it must be ${tallyExpectations[reason]}.`,
    hint: "Use the output of the endpoint at /api/tally or of `praktika votes tally --format json`.",
  }),
  "tally/contradicts": ({ reason, size, before, file }) => ({
    message:
      reason === "shorter"
        ? `The log of nominations is shorter (rows: ${size}) than when the site was last built (rows: ${before}).`
        : `The log of nominations is not the one that the site was last built from: its row ${before} is another.`,
    hint: `Is this the right endpoint, and was the log restored as a whole? praktika votes verify --against ${file} shows where they part. If nominations have begun anew, delete ${file}.`,
  }),
  "tally/unknown-practice": ({ id, votes, nearest }) => ({
    message: `There are nominations (${votes}) for “${id}”, but no such practice in the archive.`,
    hint: `If it was renamed, add to the aliases of ${nearest ? `“${nearest}”` : "today's practice"}: /bg/practices/${id}/. If it is a draft or was withdrawn, its nominations stay in the log but are not shown.`,
  }),

  ...reviewDiagnostics,
  ...fieldsDiagnostics,
  ...importDiagnostics,
  ...designDiagnostics,
  ...markdownDiagnostics,
  ...placesDiagnostics,
  ...printDiagnostics,

  ...outputDiagnostics,
};

const enKinds: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a group of fields",
  null: "empty",
  map: "a group of fields",
};
