import { describe, expect, it } from "vitest";
import { createPracticeValidator } from "../../src/read/validate-practice.ts";
import { vocabulary } from "../builders.ts";

const path = "content/practices/2016/most.bg.md";
const validate = createPracticeValidator(vocabulary());
const required = { title: "Мост", innovator: "Община Сливен", date: "2016-06-09" };

const run = (fields: Record<string, unknown>, at = path) =>
  validate({ path: at, fields: { ...required, ...fields }, body: "", bodyLine: 5 });
const practiceOf = (fields: Record<string, unknown>) => run(fields).value;
/** Codes with what the editor is told, for the findings of these fields. */
const told = (fields: Record<string, unknown>) =>
  run(fields).findings.map(({ code, parameters, location }) => ({ code, ...parameters, location }));

describe("a practice", () => {
  it("needs title, innovator and date, and nothing else", () => {
    const { value, findings } = run({});
    expect(findings).toEqual([]);
    expect(value).toMatchObject({ id: "most", language: "bg", ...required, themes: [], draft: false });
  });

  it("without them is told of all at once, with an example of each", () => {
    const { value, findings } = validate({ path, fields: {}, body: "", bodyLine: 3 });
    expect(value).toBeUndefined();
    expect(findings.map(({ code }) => code)).toEqual(Array(3).fill("front-matter/missing-field"));
    expect(findings.map(({ parameters }) => (parameters as { field: string }).field).sort()).toEqual([
      "date",
      "innovator",
      "title",
    ]);
  });

  it("is told of a text that a comma has cut in two", () => {
    const attachments = [{ file: "media/a.csv", title: "Table (CSV", "in Bulgarian)": null }];
    expect(told({ attachments })).toMatchObject([{ code: "front-matter/unknown-key", key: "in Bulgarian)" }]);
  });

  it.each(["-", "", " – - ".replace("–", "-")])("whose innovator is %j is let through with a warning", (innovator) => {
    const { value, findings } = run({ innovator });
    expect(value?.innovator).toBeUndefined();
    expect(findings).toMatchObject([{ code: "front-matter/not-stated", parameters: { field: "innovator" } }]);
  });

  it("whose title says nothing has none", () => {
    expect(told({ title: "-" })).toMatchObject([{ code: "front-matter/missing-field", field: "title" }]);
  });

  it("in the folder of another year is a warning", () => {
    const { value, findings } = run({ date: "2017-01-01" });
    expect(value?.date).toBe("2017-01-01");
    expect(findings).toMatchObject([
      { code: "content/year-mismatch", parameters: { folder: "2016", year: "2017" }, location: { field: ["date"] } },
    ]);
  });
});

describe("a mistyped key", () => {
  it("gets the nearest known name, and is one mistake, not two", () => {
    expect(
      validate({ path, fields: { titel: "Мост", innovator: "x", date: "2016-06-09" }, body: "", bodyLine: 5 }).findings,
    ).toMatchObject([
      {
        code: "front-matter/unknown-key",
        parameters: { key: "titel", nearest: "title", declarable: true },
        location: { on: "key" },
      },
    ]);
  });

  it.each([
    [{ contact: { emial: "a@b.bg" } }, "email", ["contact", "emial"]],
    [{ attachments: [{ file: "media/a.pdf", title: "a", titel: "b" }] }, "title", ["attachments", 0, "titel"]],
    [{ status: { state: "active", cheked: "2016-01-01" } }, "checked", ["status", "cheked"]],
    [{ award: [{ name: "a", yaer: "2004" }] }, "year", ["award", 0, "yaer"]],
  ])("inside a field as well: %j", (fields, nearest, field) => {
    expect(told(fields)).toMatchObject([
      { code: "front-matter/unknown-key", nearest, declarable: false, location: { field, on: "key" } },
    ]);
  });
});

describe("a date", () => {
  it.each([
    ["09 юни 2016", "front-matter/invalid-date", { readings: ["2016-06-09"] }],
    ["2006/05", "front-matter/invalid-date", { readings: [] }],
    ["2016-02-30", "front-matter/impossible-date", { lastDay: "2016-02-29" }],
    ["2016-13-01", "front-matter/impossible-date", { lastDay: undefined }],
  ])("such as %s is explained", (date, code, parameters) => {
    expect(told({ date })).toMatchObject([{ code, field: "date", value: date, ...parameters }]);
  });
});

describe("a project address", () => {
  it.each([
    ["www.regionbg.eu", "https://www.regionbg.eu"],
    ["https://example.org/a?b=c#d", "https://example.org/a?b=c#d"],
    ["http://example.org", "http://example.org"],
  ])("%s is %s", (written, projectUrl) => {
    expect(practiceOf({ projectUrl: written })?.projectUrl).toBe(projectUrl);
  });

  it("broken by spaces is refused with the address that is meant", () => {
    expect(told({ projectUrl: "www . mezdra . dir . bg" })).toMatchObject([
      { code: "front-matter/invalid-url", suggestion: "https://www.mezdra.dir.bg" },
    ]);
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "ftp://example.org", "няма", "https://", 'https://a.bg/"><b>'])(
    "%s is refused",
    (projectUrl) => {
      expect(told({ projectUrl })).toMatchObject([{ code: "front-matter/invalid-url" }]);
    },
  );
});

describe("a municipality", () => {
  it.each([["Сливен"], ["сливен"], ["Община Сливен"], ["SLV20"], ["Sliven"], ["Municipality of Sliven"]])(
    "is known as %s",
    (municipality) => {
      expect(practiceOf({ municipality })?.municipalities).toEqual(["SLV20"]);
    },
  );

  it("of a list is each of them, once", () => {
    expect(practiceOf({ municipality: ["Сливен", "Ямбол", "SLV20"] })?.municipalities).toHaveLength(2);
  });

  it("mistyped gets the nearest name", () => {
    expect(told({ municipality: "Plevn" })).toMatchObject([{ nearest: "Pleven" }]);
    expect(told({ municipality: ["Сливен", "Плевн"] })).toMatchObject([
      { code: "front-matter/unknown-municipality", nearest: "Плевен", location: { field: ["municipality", 1] } },
    ]);
  });

  it("whose name exists twice is asked for its code", () => {
    const [finding] = told({ municipality: "Бяла" });
    expect(finding).toMatchObject({ code: "front-matter/ambiguous-municipality" });
    const { codes } = finding as unknown as { codes: string };
    for (const code of codes.split(", ")) expect(practiceOf({ municipality: code })?.municipalities).toEqual([code]);
    expect(codes.split(", ")).toHaveLength(2);
  });
});

describe("other fields", () => {
  it("themes are ids of the list, one or several", () => {
    expect(practiceOf({ themes: "youth" })?.themes).toEqual(["youth"]);
    expect(told({ themes: ["youth", "enrgy"] })).toMatchObject([
      { code: "front-matter/unknown-theme", theme: "enrgy", nearest: "energy", location: { field: ["themes", 1] } },
    ]);
  });

  it("contact parts that say nothing are dropped, and a contact of such parts is none", () => {
    expect(practiceOf({ contact: { name: "Иван", tel: "-", fax: "", email: "a@b.bg" } })?.contact).toEqual({
      name: "Иван",
      email: "a@b.bg",
    });
    expect(practiceOf({ contact: { tel: "-", fax: "" } })?.contact).toBeUndefined();
  });

  it("numbers, flags and choices are read from text", () => {
    const value = practiceOf({
      legacy: { iid: "1067" },
      draft: "true",
      status: { state: "ended", checked: "2019-05-14" },
      translation: "short",
      award: { name: "Община новатор", year: "2004" },
    });
    expect(value).toMatchObject({
      legacyIid: 1067,
      draft: true,
      status: { state: "ended", checked: "2019-05-14" },
      translation: "short",
      awards: [{ name: "Община новатор", year: 2004 }],
    });
  });

  it.each([
    [{ translation: "ful" }, "front-matter/invalid-value", "full"],
    [{ status: { state: "actve" } }, "front-matter/invalid-value", "active"],
    [{ draft: "tru" }, "front-matter/invalid-value", "true"],
  ])("a wrong choice gets the nearest: %j", (fields, code, nearest) => {
    expect(told(fields)).toMatchObject([{ code, nearest }]);
  });

  it.each([
    [{ title: ["a", "b"] }, "title", "array"],
    [{ contact: "Иван" }, "contact", "string"],
    [{ legacy: { iid: "abc" } }, "legacy.iid", "string"],
    [{ award: ["Община новатор"] }, "award", "string"],
  ])("a value of the wrong kind is told as such: %j", (fields, field, actual) => {
    expect(told(fields)).toMatchObject([{ code: "front-matter/wrong-type", field, actual }]);
  });

  it("titles are one line in Unicode form C", () => {
    expect(practiceOf({ title: "  Бои\u0306  на\nгеройте " })?.title).toBe("Бой на геройте");
  });

  it("all problems of a file are found in one go", () => {
    const codes = run({ date: "утре", themes: "x", municipality: "y", colour: "red" }, path).findings.map(
      ({ code }) => code,
    );
    expect(codes.sort()).toEqual([
      "front-matter/invalid-date",
      "front-matter/unknown-key",
      "front-matter/unknown-municipality",
      "front-matter/unknown-theme",
    ]);
  });
});
