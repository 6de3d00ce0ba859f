import type { Random } from "./random.ts";

/** Russian texts are those of an archive that has taken them over from elsewhere. */
export type CorpusLanguage = "bg" | "ru" | "en";

/** A text as somebody has written it, and what went wrong in it. */
export interface LivedText {
  readonly text: string;
  /** Codes of findings of which the text deserves one each. */
  readonly deserved: readonly string[];
}

const words: Readonly<Record<CorpusLanguage, readonly string[]>> = {
  bg: "общината града жителите проекта водата училището центъра улиците парка услугите гражданите данните срока екипа помощта района обучение първите новата отворени местните общо заедно бързо лесно всички ремонтира изгради получи събра предложи работи плати намали".split(
    " ",
  ),
  ru: "город жители проект вода школа центр улицы парк услуги граждане данные срок команда помощь район обучение первые новая открытые местные вместе быстро легко все построил получил собрал предложил работает оплатил снизил".split(
    " ",
  ),
  en: "municipality town residents project water school centre streets park services citizens data deadline team support district training first local open together quickly easily everyone repaired built received collected proposed works paid reduced".split(
    " ",
  ),
};

/** What is right as it is written; @ is a word. */
const right = [
  "@ @ @ @ @ @, @ @ @ @.",
  "@ [@] @ [@ @] @ @ (@; @) @ {@} @.",
  "@ г-н @, д-р @, 15-та @, 2016 г. @ и др. @ @.",
  "@ | @ @ | @ @.",
  "@ 1) @, 2) @ @, 3) @.",
  "@ * @ @ &amp; @ &nbsp;@.",
  "@ @ @ (@ @) @ @ – @ @ @ @.",
  "**@ @:** @ @ @ @ @.",
  "@ *@* @ __@__ @ @.",
  "- @ @;\n- @ @ @;\n- @.",
  "1. @ @ @.\n2. @ @.\n3. @ @ @ @.",
  "5. @ @.\n6. @.",
  "@ @ @:\n\n- @ @\n- @\n\n  @ @ @.\n",
  "> @ @ @ @ @.\n>\n> @ @",
  "| @ | @ |\n|---|---:|\n| @ | 14 800 |\n| @ @ | 5 |",
  "| @ | @ |\n|:--|---|\n| @<br>@ | CO<sub>2</sub> |",
  "[@ @](https://example.org/a_b/c?d=e) @ @ @.",
  "@ @ <https://example.org/> @ https://www.example.org/x_y_z @.",
  "@ @ office%example.org @.",
  "### @ @\n\n@ @ @ @.",
  "@ @[^n] @ @.\n\n[^n]: @ @ @.",
  "@ @^[@ @ @.] @ @.",
  "[@ @ @]{lang=en} @ @ @.",
  "@ (c) @ @, 17(1)(c) @ [1] @ [2, 3] @.",
  "@ 5 * 3 @ 2 < 3 @ 7 > 5 & @ @.",
  "@ #@ @ @ № 5, § 7 @ 10% @ 3/4 @.",
  "@ 12.05.2016 @ 09:30 @ 2015–2016 @ @.",
  "@ @ -- @ @ ... @ @!",
  "`@ <@> **@**` @ @ @.",
  "```\n@ = {@}\n@ @\n```",
  "@ @ @  \n@ @ @\\\n@ @.",
  "– @ @ @? @ @ @.",
  "А) @ @ @ @.",
  "@ @ @\n@ @ @ @\n@ @.",
  "***\n\n@ @ @ @.",
  "@ @ \\*\\*@\\*\\* @ \\[@\\].",
  "@ snake_case_@ @ @ C++ @ @.",
  "@ 20 °C @ 5 m² @ 1 200 € @ @.",
  "@ ~~@ @~~ @ @.",
  "@ $5 @ @ {@} @ ^@^ @.",
] as const;

/** What goes wrong in texts, and the finding that says so. */
const wrong: readonly (readonly [string, string])[] = [
  ["** @ @ ** @ @.", "markdown/raw-markup"],
  ["**@ @:**@ @.", "markdown/raw-markup"],
  ["• @ @\n• @ @ @\n• @", "markdown/raw-markup"],
  ["а) @ @\nб) @ @ @", "markdown/raw-markup"],
  ["##@ @", "markdown/raw-markup"],
  ["##\u00a0Я @", "markdown/raw-markup"],
  ["@ [[@]] @ @.", "markdown/raw-markup"],
  ["@ {{< @ >}} @.", "markdown/raw-markup"],
  ["[@ @] (https://example.org/a) @.", "markdown/raw-markup"],
  ["| @ | @ |\n| @ | @ |\n| @ | @ |", "markdown/raw-markup"],
  ["@ @{#@} @ @.", "markdown/raw-markup"],
  ["- [ ] @ @\n- [x] @", "markdown/raw-markup"],
  ["@&nbsp @ @.", "markdown/raw-markup"],
  ["<b>@ @</b> @ @.", "markdown/raw-html"],
  ['<iframe src="https://example.org/v"></iframe>', "markdown/raw-html"],
  ["@ @[^7] @ @.", "markdown/missing-note"],
  ["@ @.\n\n[^8]: @ @ @.", "markdown/unused-note"],
  ["@ @[^9] @.\n\n[^9]:", "content/empty-part"],
  ["| @ | @ |\n|---|---|\n| @ | @ | @ @ |", "markdown/lost-text"],
  ["@ @.\n\n[@ @]: @", "markdown/lost-text"],
  ["@ <!-- @ @ --> @.", "markdown/comment"],
  ["@ <!-- @ @.", "markdown/open-comment"],
  ["@ @:\n\n09. @ 2017\n", "markdown/list-number"],
  ["1. @ @\n2. @\n7. @ @", "markdown/list-number"],
  ["    @ @ @ @ @ @, @ @ @ @.", "markdown/prose-as-code"],
  ["@ @ @ @, @ @ @.\n---\n@ @.", "markdown/underlined-heading"],
  ["@ [](https://example.org/) @ @.", "markdown/empty-link"],
  ["- @ @\n-\n- @", "content/empty-part"],
  ["@ [@](media/план 1.pdf) @.", "link/unwrapped"],
  ["@ [@](example.org/plan) @ @.", "link/missing-scheme"],
  ["@ [@](plan.pdf) @ @.", "link/missing-file"],
  ["![@](https://example.org/a.jpg)", "link/foreign-image"],
];

/** Composes a text of some paragraphs in three sections. One in three has a fault. */
export function composeLivedText(language: CorpusLanguage, random: Random): LivedText {
  const deserved: string[] = [];
  const paragraphs = Array.from({ length: random.between(4, 12) }, (_, index) =>
    fill(random.pick(right).replaceAll("[^n]", `[^${index + 20}]`), language, random),
  );
  if (random.chance(1 / 3)) {
    const [form, code] = random.pick(wrong);
    deserved.push(code);
    paragraphs.splice(random.between(0, paragraphs.length), 0, fill(form, language, random));
  }
  // Between two lists stands a paragraph: without one they would be one list.
  const text = paragraphs.flatMap((paragraph) => [paragraph, fill("@ @ @ @ @ @.", language, random)]);
  const third = Math.ceil(text.length / 3);
  const parts = [0, 1, 2].map((part) => text.slice(part * third, (part + 1) * third));
  const heading = () => `## ${capital(fill("@ @", language, random))}`;
  return {
    text: parts.map((part) => [heading(), ...part, fill("@ @ @.", language, random)].join("\n\n")).join("\n\n"),
    deserved,
  };
}

function fill(form: string, language: CorpusLanguage, random: Random): string {
  return form.replaceAll("@", () => random.pick(words[language])).replace("office%", "office@");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
