import { describe, expect, it } from "vitest";
import { joinAdoptions, toAdopter } from "../../src/archive/adoptions.ts";
import type { PracticeId } from "../../src/core/model/ids.ts";
import { entry, nothingAbsent } from "../builders.ts";

function join(...practices: ReturnType<typeof entry>[]) {
  const { value, findings } = joinAdoptions(practices, nothingAbsent);
  const of = (id: string, side: "from" | "by") =>
    value.get(id as PracticeId)?.[side].map((adopter) => ("id" in adopter ? adopter.id : adopter.text)) ?? [];
  return { of, findings };
}

describe("an adoption", () => {
  it("stated by the copy is shown at the original too", () => {
    const { of } = join(entry({ id: "copy", adoptedFrom: ["practice:original"] }), entry({ id: "original" }));
    expect(of("copy", "from")).toEqual(["original"]);
    expect(of("original", "by")).toEqual(["copy"]);
    expect(of("original", "from")).toEqual([]);
  });

  it("stated by the original is shown at the copy too", () => {
    const { of } = join(entry({ id: "original", adoptedBy: ["practice:copy"] }), entry({ id: "copy" }));
    expect(of("copy", "from")).toEqual(["original"]);
    expect(of("original", "by")).toEqual(["copy"]);
  });

  it("stated by both, or by both languages, is one", () => {
    const { of } = join(
      entry({ id: "original", adoptedBy: ["practice:copy"] }),
      entry({ id: "original", language: "en", adoptedBy: ["practice:copy"] }),
      entry({ id: "copy", adoptedFrom: ["practice: original"] }),
    );
    expect(of("original", "by")).toEqual(["copy"]);
    expect(of("copy", "from")).toEqual(["original"]);
  });

  it("makes chains", () => {
    const { of } = join(
      entry({ id: "a" }),
      entry({ id: "b", adoptedFrom: ["practice:a"] }),
      entry({ id: "c", adoptedFrom: ["practice:b"] }),
    );
    expect([of("b", "from"), of("b", "by")]).toEqual([["a"], ["c"]]);
    expect(of("a", "by")).toEqual(["b"]);
  });

  it("of a practice that does not exist is an error with the nearest id", () => {
    const { findings } = join(entry({ id: "edno-gishe", adoptedBy: ["Община Елена", "practice:edno-gshe"] }));
    expect(findings).toMatchObject([
      {
        code: "front-matter/unknown-practice",
        parameters: { id: "edno-gshe", field: "adoptedBy", nearest: "edno-gishe" },
        location: { field: ["adoptedBy", 1] },
      },
    ]);
  });

  it("of a draft or a broken file is no error", () => {
    const practices = [entry({ id: "a", adoptedBy: ["practice:draft", "practice:broken"] })];
    const absent = { drafts: new Set(["draft" as PracticeId]), broken: new Set(["broken"]) };
    expect(joinAdoptions(practices, absent).findings).toEqual([]);
  });
});

it("what is not the id of a practice is a name", () => {
  const known = new Set(["most"]);
  expect(toAdopter("Община Елена", known)).toEqual({ text: "Община Елена" });
  expect(toAdopter("most", known)).toEqual({ id: "most" });
  expect(toAdopter("Practice: other", known)).toEqual({ id: "other" });
});

it("a practice that names itself has adopted nothing", () => {
  const { value, findings } = joinAdoptions(
    [entry({ id: "a", adoptedBy: ["practice:a", "a"], adoptedFrom: ["practice:a"] })],
    nothingAbsent,
  );
  expect([value.size, findings]).toEqual([0, []]);
});
