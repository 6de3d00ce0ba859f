import { describe, expect, it } from "vitest";
import { find } from "../../../../src/pages/search/engine/find.ts";
import { readSynonyms } from "../../../../src/pages/search/engine/synonyms.ts";
import { indexOf } from "./in-memory.ts";

const index = indexOf({
  park: "Нов парк в центъра. Паркът се поддържа от доброволци, а паркинг няма.",
  byudzhet: "Гражданите решават за общинския бюджет на квартала.",
  otpadatsi: "Разделно събиране на отпадъците в общината",
  leader: "Програма LEADER помага на селата; отпадъци не се споменават в бюджета.",
  tsentar: "Център за младежи",
});

const idsFor = async (query: string, among = index): Promise<string[]> =>
  ((await find(query, among, { language: "bg" }))?.practices ?? []).map((number) => among.ids[number] ?? "");

describe("a query", () => {
  it("finds a word in all its forms", async () => {
    expect(await idsFor("отпадък")).toEqual(["otpadatsi", "leader"]);
    expect(await idsFor("бюджетите ")).toEqual(["byudzhet", "leader"]);
    expect((await idsFor("центърът ")).sort()).toEqual(["park", "tsentar"]);
  });

  it("finds practices that have all its words, and those that have some only if none has all", async () => {
    const found = await find("отпадъци бюджет ", index, { language: "bg" });
    expect(found?.practices.map((number) => index.ids[number])).toEqual(["leader"]);
    expect(found?.haveSome).toBe(false);
    const some = await find("доброволци LEADER ", index, { language: "bg" });
    expect(some?.practices.map((number) => index.ids[number]).sort()).toEqual(["leader", "park"]);
    expect(some?.haveSome).toBe(true);
  });

  it("of three words is answered by practices that lack one as well, after those that have all, if these are few", async () => {
    const texts = {
      chance: "Съвет за бюджета. На срещата селата не дойдоха.",
      about: "Съветът заседава в селата. Съвет на село.",
      other: "Селата чистят.",
    };
    const few = indexOf(texts);
    const found = await find("съвет среща села ", few, { language: "bg" });
    expect(found?.practices.map((number) => few.ids[number])).toEqual(["chance", "about"]);
    expect([...(found?.lackOne.keys() ?? [])].map((number) => few.ids[number])).toEqual(["about"]);
    expect(found?.haveSome).toBe(false);
    const quoted = await find("„съвет за бюджета“ среща села ", few, { language: "bg" });
    expect(quoted?.practices.map((number) => few.ids[number])).toEqual(["chance"]);
    for (const [letters, isFew] of [
      ["абв", true],
      ["абвг", false],
    ] as const) {
      const more = Object.fromEntries([...letters].map((letter) => [letter, texts.chance]));
      expect((await idsFor("съвет среща села ", indexOf({ ...texts, ...more }))).includes("about")).toBe(isFew);
    }
  });

  it("in Latin letters finds Bulgarian words, and foreign words as they are", async () => {
    expect(await idsFor("otpadaci ")).toEqual(["otpadatsi", "leader"]);
    expect(await idsFor("mladeji ")).toEqual(["tsentar"]);
    expect(await idsFor("leader ")).toEqual(["leader"]);
  });

  it("in Cyrillic finds names that an English text has in Latin letters", async () => {
    const english = indexOf({ a: "The municipality of Sliven opened a library", b: "Varna" });
    expect(await idsFor("Сливен ", english)).toEqual(["a"]);
    expect(await idsFor("libraries ", english)).toEqual(["a"]);
  });

  it("whose last word is unfinished finds what begins with it", async () => {
    expect(await idsFor("доброво")).toEqual(["park"]);
    expect(await idsFor("доброво ")).toEqual(["park"]);
    expect((await find("доброво ", index, { language: "bg" }))?.unknown).toEqual([]);
  });

  it("with a mistake finds what is nearest, and says so", async () => {
    const found = await find("отпдъци ", index, { language: "bg" });
    expect(found?.practices.map((number) => index.ids[number])).toEqual(["otpadatsi", "leader"]);
    expect(found?.unknown).toEqual([{ word: "отпдъци", isReplaced: true }]);
    expect(await idsFor("бюдежт ")).toEqual(["byudzhet", "leader"]);
  });

  it("of a word that nothing resembles finds nothing, and says so", async () => {
    const found = await find("квазар ", index, { language: "bg" });
    expect(found?.practices).toEqual([]);
    expect(found?.unknown).toEqual([{ word: "квазар", isReplaced: false }]);
  });

  it("in quotation marks is a phrase", async () => {
    const found = await find("„разделно събиране“ отпадъци", index, { language: "bg" });
    expect(found?.phrases).toEqual([["разделно", "събиране"]]);
    expect(found?.practices.map((number) => index.ids[number])).toEqual(["otpadatsi"]);
  });

  it.each(["", "  ", "и на за", "?!", "the of"])("that says nothing has no answer: %j", async (query) => {
    expect(await find(query, index, { language: "bg" })).toBeUndefined();
  });

  it("is answered whatever it holds", async () => {
    for (const query of ['"', "„", "<b>", "\\ [ ( * +", "a".repeat(500), "🌳 парк", "парк\u0000"])
      await find(query, index, { language: "bg" });
    expect(await idsFor("🌳 парк ")).toEqual(["park"]);
  });
});

describe("what means the same", () => {
  const synonyms = readSynonyms(["НПО, неправителствена организация", "боклук, отпадъци, смет"]);
  const texts = indexOf({
    waste: "Разделно събиране на отпадъците",
    npo: "Неправителствени организации помагат. Друга организация също.",
    other: "организация на събития",
  });
  const meant = async (query: string): Promise<string[]> =>
    ((await find(query, texts, { language: "bg", synonyms }))?.practices ?? []).map(
      (number) => texts.ids[number] ?? "",
    );

  it("is found for a word, also one of several words, typed in Latin letters, and for all words of it", async () => {
    expect(await meant("боклук ")).toEqual(["waste"]);
    expect(await meant("bokluk ")).toEqual(["waste"]);
    expect(await meant("НПО ")).toEqual(["npo"]);
    const found = await find("боклук ", texts, { language: "bg", synonyms });
    expect(found?.unknown).toEqual([]);
    expect(found?.terms).toContain("отпадк");
  });

  it("is looked for beside the words themselves, which come first", async () => {
    const both = indexOf({ meant: "отпадъци отпадъци отпадъци", said: "боклук", none: "парк" });
    const found = await find("боклук ", both, { language: "bg", synonyms });
    expect(found?.practices.map((number) => both.ids[number])).toEqual(["said", "meant"]);
    const phrase = indexOf({ short: "НПО в квартала", none: "парк" });
    const longer = await find("неправителствена организация ", phrase, { language: "bg", synonyms });
    expect(longer?.practices.map((number) => phrase.ids[number])).toEqual(["short"]);
  });

  it("needs all its words", async () => {
    expect(await meant("НПО отпадъци ")).toEqual(["waste", "npo"]);
    expect(await meant("квазар ")).toEqual([]);
  });
});

describe("the order of what is found", () => {
  it("is by rarity, then by weight; of equals the newest is first", async () => {
    const ids = await idsFor("парк ", indexOf({ once: "парк вода", often: "парк парк парк вода", same: "парк вода" }));
    expect(ids).toEqual(["often", "once", "same"]);
    const rare = indexOf({ a: "вода парк", b: "вода сграда", c: "вода", d: "вода сграда" });
    expect((await idsFor("сграда парк ", rare))[0]).toBe("a");
  });

  it("puts words in the form that was typed before those that a stem alone joins to it", async () => {
    const texts = indexOf({ lead: "водят водят деца", water: "вода деца деца деца", article: "водата деца" });
    expect((await idsFor("вода ", texts))[0]).toBe("water");
    expect((await idsFor("водят ", texts))[0]).toBe("lead");
    expect(await idsFor("вода ", texts)).toHaveLength(3);
  });

  it("puts the word itself before what only begins with it", async () => {
    expect(await idsFor("парк", indexOf({ begins: "паркинг", itself: "парк" }))).toEqual(["itself", "begins"]);
  });
});
