import type { DesignTexts } from "../types/diagnostics.ts";

/** Why browsers refuse what a template holds; see src/core/content-security-policy.ts. */
const refusals = {
  host: "pages load nothing from other sites unless site.yaml allows it",
  styleHost: "pages load style sheets from their own site alone",
  script: "a script has a file of its own",
  style: "styles stand in a style sheet",
  handler: "pages run no script that stands in an attribute",
};
const refusalMends = {
  styleHost:
    "Put the file into templates/assets/ and write: {{ asset('css/own.css') }}; fonts are set by theme.fonts in site.yaml.",
  script: `Put it into templates/assets/js/own.js and write: <script src="{{ asset('js/own.js') }}" defer></script>`,
  style: "Put it into a file such as templates/assets/css/own.css, give the element a class, and link the file.",
  handler: "Put the script into templates/assets/js/ and let it call addEventListener.",
};

/** Findings in the look of a site and in what its templates load. */
export const designDiagnostics: DesignTexts = {
  "look/missing-file": ({ path, nearest }) => ({
    message: `There is no file templates/assets/${path}.`,
    hint: nearest
      ? `Did you mean “${nearest}”?`
      : "Put it there; names stand as below templates/assets/, such as img/logo.svg.",
  }),
  "site/low-contrast": ({ text, colour, ground, ratio, better }) => ({
    message: `${text} (${colour}) is hard to read on ${ground}: their contrast is ${ratio}:1, and text needs 4.5:1 (WCAG, level AA).`,
    hint: `Take a colour that stands out, such as "${better}".`,
  }),
  "site/privacy-contradicts": ({ hosts }) => ({
    message: `The page on privacy says that nothing comes from other sites, but pages ask ${hosts}.`,
    hint: "Delete the sentence and say what those sites learn; Praktika adds the list of them to the page.",
  }),
  "site/no-privacy-page": ({ language, hosts }) => ({
    message: `Pages ask ${hosts}, and no page tells readers of it: there is no content/pages/privacy.${language}.md.`,
    hint: "Write one; Praktika adds the list of these sites to it.",
  }),
  "template/refused": ({ kind, found, origin }) => ({
    message: `Browsers refuse “${found}”: ${refusals[kind]}.`,
    hint: kind === "host" ? `Allow the host in content/site.yaml: scripts: [${origin}]` : refusalMends[kind],
  }),
};
