import type { DesignTexts } from "../types/diagnostics.ts";

/** Why browsers refuse what a template holds; see src/core/content-security-policy.ts. */
const refusals = {
  host: "страниците не зареждат нищо от чужди сайтове, ако site.yaml не го разрешава",
  styleHost: "страниците зареждат стилове само от своя сайт",
  script: "скриптът трябва да бъде в отделен файл",
  style: "стиловете трябва да бъдат в стилов файл",
  handler: "страниците не изпълняват скрипт, записан в атрибут",
};
const refusalMends = {
  styleHost:
    "Сложете файла в templates/assets/ и напишете {{ asset('css/own.css') }}; шрифтовете се задават с theme.fonts в site.yaml.",
  script: `Сложете го в templates/assets/js/own.js и напишете: <script src="{{ asset('js/own.js') }}" defer></script>`,
  style:
    "Сложете го във файл, например templates/assets/css/own.css, дайте клас на елемента и добавете връзка към файла.",
  handler: "Сложете скрипта в templates/assets/js/ и извикайте addEventListener.",
};

/** Findings in the look of a site and in what its templates load. */
export const designDiagnostics: DesignTexts = {
  "look/missing-file": ({ path, nearest }) => ({
    message: `Няма файл templates/assets/${path}.`,
    hint: nearest
      ? `Може би имахте предвид „${nearest}“?`
      : "Сложете го там; имената се пишат, както са в templates/assets/, например img/logo.svg.",
  }),
  "site/low-contrast": ({ text, colour, ground, ratio, better }) => ({
    message: `${text} (${colour}) се чете трудно върху ${ground}: контрастът е ${ratio}:1, а за текст трябва 4.5:1 (WCAG, ниво AA).`,
    hint: `Изберете цвят, който се откроява, например "${better}".`,
  }),
  "site/privacy-contradicts": ({ hosts }) => ({
    message: `Страницата за поверителността казва, че нищо не идва от други сайтове, а страниците се обръщат към ${hosts}.`,
    hint: "Махнете изречението и кажете какво научават тези сайтове; Praktika добавя списъка им към страницата.",
  }),
  "site/no-privacy-page": ({ language, hosts }) => ({
    message: `Страниците се обръщат към ${hosts}, а никоя страница не казва това на читателите: няма content/pages/privacy.${language}.md.`,
    hint: "Напишете такава; Praktika добавя към нея списъка на тези сайтове.",
  }),
  "template/refused": ({ kind, found, origin }) => ({
    message: `Браузърите отказват „${found}“: ${refusals[kind]}.`,
    hint: kind === "host" ? `Разрешете сайта в content/site.yaml: scripts: [${origin}]` : refusalMends[kind],
  }),
};
