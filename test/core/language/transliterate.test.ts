import { expect, it } from "vitest";
import { transliterate } from "../../../src/core/language/transliterate.ts";

it.each([
  ["София", "Sofia"],
  ["СОФИЯ", "SOFIA"],
  ["Община София.", "Obshtina Sofia."],
  ["Марияна", "Mariyana"],
  ["иновация", "inovatsia"],
  ["България", "Bulgaria"],
  ["БЪЛГАРИЯ", "BULGARIA"],
  ["в България, днес", "v Bulgaria, dnes"],
  ["българията", "balgariyata"],
  ["Ямбол", "Yambol"],
  ["Стара Загора", "Stara Zagora"],
  ["Търговище", "Targovishte"],
  ["Враца", "Vratsa"],
  ["Шумен", "Shumen"],
  ["Чирпан", "Chirpan"],
  ["Хасково", "Haskovo"],
  ["Мездра", "Mezdra"],
  ["Жеравна", "Zheravna"],
  ["Синьо", "Sinyo"],
  ["Юндола", "Yundola"],
  ["Трън", "Tran"],
  ["на нея ѝ е ясно", "na neya i e yasno"],
])("%s is written %s by the transliteration act", (bulgarian, latin) => {
  expect(transliterate(bulgarian)).toBe(latin);
});

it.each([
  ["ЩЪРК", "SHTARK"],
  ["Щърк", "Shtark"],
  ["СТАЯ 5", "STAYA 5"],
  ["ПЕТЯ Иванова", "PETYA Ivanova"],
  ["Я и Ю", "Ya i Yu"],
  ["НЯ", "NYA"],
])("letters of several signs keep the case of the word: %s → %s", (bulgarian, latin) => {
  expect(transliterate(bulgarian)).toBe(latin);
});

it("reads й and ѝ also when a file spells them as a letter with a combining mark", () => {
  expect(transliterate("и\u0306 и\u0300")).toBe("y i");
});

it("leaves what is not Bulgarian as it is", () => {
  expect(transliterate("Local Agenda 21 – 30 % ы э")).toBe("Local Agenda 21 – 30 % ы э");
});
