import type { ImportCliTexts } from "../import-texts.ts";

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const bgImportCli: ImportCliTexts = {
  noSuchPath: (path) => `Няма файл или папка ${path}.`,
  nominations: (practices, file) =>
    `${plural(practices, "практика има", "практики имат")} номинации: npx praktika votes import ${file}`,
  done: ({ written, leftAlone, doubts, isDry }) =>
    `${isDry ? "Ще се запишат" : "Записани"} ${plural(written, "практика", "практики")}, оставени непроменени: ${leftAlone}, бележки: ${doubts}.`,
};
