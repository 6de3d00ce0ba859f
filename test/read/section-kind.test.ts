import { expect, it } from "vitest";
import { sectionKindOf } from "../../src/read/section-kind.ts";

it.each([
  ["Предистория", "background"],
  ["BACKGROUND:", "background"],
  ["Практика.", "practice"],
  ["practice", "practice"],
  ["Резултати / Results", "results"],
  ["Results/Резултати", "results"],
  ["1. Предистория", "background"],
  ["III. Резултати", "results"],
  ["2.1. Практика", "practice"],
  ["б) Практика", "practice"],
  // The first name that is known.
  ["Нещо / Practice", "practice"],
])("the heading %j begins the section %s", (heading, kind) => {
  expect(sectionKindOf(heading)).toBe(kind);
});

it.each(["", "Практики", "Добра практика", "Практика и резултати", "Практика::", "/"])(
  "the heading %j begins none of the three",
  (heading) => {
    expect(sectionKindOf(heading)).toBe("other");
  },
);
