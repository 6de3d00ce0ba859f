import { expect, it } from "vitest";
import type { Body } from "../../src/core/model/body.ts";
import { measureCompleteness } from "../../src/review/completeness.ts";
import { archiveOf, entry } from "../builders.ts";

const bodyWith = (...kinds: readonly Body["sections"][number]["kind"][]): Body => ({
  lead: "",
  sections: kinds.map((kind) => ({ kind, id: kind, title: kind, plainTitle: kind, html: "" })),
  footnotes: "",
  firstParagraph: "",
  outline: { links: [], anchors: [] },
});

const whole = {
  summary: "Накратко.",
  municipalities: ["SLV20"],
  themes: ["youth"],
  status: { state: "active", checked: undefined } as const,
  cost: "100 лв.",
  lessons: "Нищо.",
  contact: { name: "Мария" },
};

it("says of each practice what it lacks, the least complete first", () => {
  const archive = archiveOf([
    entry({ id: "bare", innovator: undefined }),
    entry({ id: "whole", ...whole }),
    entry({ id: "whole", language: "en", ...whole }),
    entry({ id: "half", ...whole, status: { state: "unknown", checked: undefined }, themes: [] }),
  ]);
  const bodyOf = (file: string): Body =>
    file.includes("bare") ? bodyWith("other") : bodyWith("background", "practice", "results");
  expect(
    measureCompleteness(archive, bodyOf).map(({ entry: { item }, missing }) => [
      item.id,
      item.language,
      missing.map(({ name }) => name),
    ]),
  ).toEqual([
    [
      "bare",
      "bg",
      [
        "background",
        "practice",
        "results",
        "summary",
        "innovator",
        "municipality",
        "themes",
        "status",
        "cost",
        "lessons",
        "contact",
        "translation",
      ],
    ],
    ["half", "bg", ["themes", "status", "translation"]],
    ["whole", "bg", []],
    ["whole", "en", []],
  ]);
});
