import { expect, it } from "vitest";
import type { Body } from "../../../src/core/model/body.ts";
import { BodyStore, openUnnamed } from "../../../src/site/load/body-store.ts";

const body = (text: string): Body => ({
  lead: text,
  sections: [{ kind: "other", id: "a", title: "А", plainTitle: "А", html: `<p>„${text.slice(0, 9)}“</p>` }],
  footnotes: "",
  firstParagraph: text.slice(0, 20),
  outline: { links: [], anchors: ["a"] },
});

it("gives back every text, those that wait in a file as well", () => {
  const store = new BodyStore();
  const names = Array.from({ length: 30 }, (_, index) => `text ${index}`);
  for (const name of names) store.set(name, body(`${name} `.repeat(40_000)));
  for (const name of [...names].reverse()) expect(store.get(name)?.lead.startsWith(`${name} `), name).toBe(true);
  store.set("last", body("Накрая"));
  expect(store.get("last")).toEqual(body("Накрая"));
  expect(store.get("none")).toBeUndefined();
  store.close();
});

it("shows another process its texts, and whatever else is left for it", () => {
  const files = [openUnnamed(), openUnnamed()] as const;
  const here = new BodyStore({ own: files[0], other: files[1] });
  const there = new BodyStore({ own: files[1], other: files[0] });
  here.set("a", body("Тук"));
  const left = [here.leave("[1]"), here.leave("„Поща“")];
  here.set("b", body("Пак тук"));
  there.adopt(["a", "b", "c"], here.placesOf(["a", "b", "c"]));
  expect(left.map((place) => there.fetch(place))).toEqual(["[1]", "„Поща“"]);
  expect(["a", "b", "c"].map((name) => there.get(name)?.lead)).toEqual(["Тук", "Пак тук", undefined]);
  here.close();
});
