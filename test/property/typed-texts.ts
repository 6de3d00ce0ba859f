import fc from "fast-check";

const word = fc.stringMatching(/^[а-я]{4,8}$/);

/** What editors write, in all the forms that came from the field; @ is a word of its own. */
const blocks = fc.constantFrom(
  ..."@|@ @ @|## @|##@|## @|@\n---|@ @.\n---|- @\n- @|-\n- @|• @\n• @|– @\n– @|а) @\nб) @|1. @\n2. @\n5. @|2016. @\n09. @|1) @|> @|    @ @|\t@ @".split(
    "|",
  ),
  "| @ | @ |\n|---|---|\n| @ | @ | @ |",
  "| @ | @ | @ |\n|---|---|\n| @ | @ | @ |",
  "> | @ |\n> |---|\n> | @ | @ |",
  "```@\n@\n```",
  "``` @ @\n@\n```",
  "```\n@",
  "~~~\n@\n~~~",
  "<!-- @ -->",
  "<!-- @\n\n@ -->",
  "@ <!-- @ --> @",
  "<!-- @",
  "`<!-- @ -->`",
  "[^1]: @",
  "[^2]: @\n    @",
  "@[^1] @",
  "@[^а]",
  "^[@ @]",
  "[@]: @",
  '[@]: https://example.org "@"',
  "[@][@]",
  "[@](https://example.org) @",
  "[](https://example.org)",
  "[@] (https://example.org)",
  "![@](media/a.png)",
  '![@](media/a.png "@")',
  "[@]{lang=en} @{@}",
  "@{lang=en} {#@} {.@}",
  "**@:**@",
  "** @ **",
  "**@** @ **",
  "__@__@",
  "[[@]]",
  "{{< @ >}} {% @ %}",
  "- [ ] @",
  '<b>@</b> <iframe src="@"></iframe>',
  "@<br>@ @<sub>@</sub><sup>@</sup>",
  "<div>@",
  "&nbsp;@&amp;@ &nbsp",
  "@ (c) @ ... -- \"@\" '@'",
  "#@",
  "# @",
  "#### @",
  "@\n@\n@",
  "@  \n@\\\n@",
  ":::@\n@\n:::",
  "***\n@",
  "\\*\\*@\\*\\* \\[^@]",
  "@:\n• @\n• @\n@",
  "> • @\n> • @",
  "•",
  "@\n•",
  "##\u00a0@ @",
  "@\n##\u00a0@",
  "    @ @ @, @ @ @.\n      @ @.",
  "\t@ @ @: @ @ @.\n@",
  "- @\n\n      @ @ @, @ @ @.",
  "[@](example.org/план)",
  "[@](mail\u0040example.org)",
  "[@](mailto: mail\u0040example.org)",
  "„@” @ “@„",
  "@\u200b@ @\u00ad@",
  "[@](https://example.org/a?utm_source=x)",
  "@ [@](/bg/practices/most/)",
);

/** A text of some of them. */
export const text = fc
  .array(
    fc.tuple(blocks, fc.array(word, { minLength: 8, maxLength: 8 }), fc.constantFrom("\n", "\n\n", "\n\n", "\n\n\n")),
    { minLength: 1, maxLength: 9 },
  )
  .map((parts) =>
    parts
      .map(([block, words, end]) => {
        let next = 0;
        return block.replace(/(?<!mail)@/g, () => words[next++ % words.length] ?? "") + end;
      })
      .join(""),
  );
