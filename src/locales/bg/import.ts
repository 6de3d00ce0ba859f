import type { ImportCliTexts } from "../types/import.ts";
import { plural } from "./plural.ts";

export const importTexts: ImportCliTexts = {
  noSuchPath: (path) => `Няма файл или папка ${path}.`,
  nominations: (practices, file) =>
    `${plural(practices, "практика има", "практики имат")} номинации: npx praktika votes import ${file}`,
  done: ({ written, leftAlone, doubts, isDry }) =>
    `${isDry ? "Ще се запишат" : "Записани"} ${plural(written, "практика", "практики")}, оставени непроменени: ${leftAlone}, бележки: ${doubts}.`,
};
