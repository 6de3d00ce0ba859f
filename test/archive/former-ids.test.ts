import { describe, expect, it } from "vitest";
import { findFormerIds } from "../../src/archive/former-ids.ts";
import { languages } from "../../src/core/language/language.ts";
import { entry } from "../builders.ts";

const former = (...practices: Parameters<typeof entry>[0][]) =>
  Object.fromEntries(findFormerIds(practices.map((fields) => entry(fields))));

describe("earlier ids of practices", () => {
  it.each([
    ...languages.flatMap((language) => [`/${language}/practices/stara/`, `/${language}/practices/stara`]),
    "bg/practices/stara/",
    "/practices/stara/",
    "/practices/stara.html",
    "/bg/practices/stara/index.html",
  ])("come from aliases that are addresses of practices: %s", (alias) => {
    expect(former({ id: "nova", aliases: [alias] })).toEqual({ stara: "nova" });
  });

  it.each([
    "/innovations/stara/",
    "/bg/practices/",
    "/bg/practices/page/2/",
    "/xx/practices/stara/",
    "/bg/pages/stara/",
  ])("do not come from others: %s", (alias) => {
    expect(former({ id: "nova", aliases: [alias] })).toEqual({});
  });

  it("are no ids that a practice has today", () => {
    expect(former({ id: "nova", aliases: ["/bg/practices/druga/"] }, { id: "druga" })).toEqual({});
  });

  it("belong to neither of two practices that claim them, but to both languages of one", () => {
    const aliases = ["/bg/practices/stara/"];
    expect(former({ id: "nova", aliases }, { id: "druga", aliases: ["/en/practices/stara/"] })).toEqual({});
    expect(former({ id: "nova", aliases }, { id: "nova", language: "en", aliases: ["/en/practices/stara/"] })).toEqual({
      stara: "nova",
    });
  });
});
