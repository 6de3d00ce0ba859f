import type { ImportCliTexts } from "../types/import.ts";
import { plural } from "./plural.ts";

export const importTexts: ImportCliTexts = {
  noSuchPath: (path) => `Няма файл или папка ${path}.`,
  map: {
    head: [
      "Коя колона кое поле е. Полетата се казват както в началото на файла (contact.email), и за един език: title.en.",
      "Раздели: background, practice, results. text: преди разделите. picture: също там, като снимка. key: еднакво в двата езика на една практика.",
      "unplaced: в текста, за ръчно подреждане. skip: не се внася; клетките са в отчета.",
    ],
    sureness: {
      name: "",
      likeness: "предположено по името",
      cells: "предположено по клетките",
      none: "не е разпозната",
    },
  },
  mapWritten: (file) => `Колоните са описани в ${file}. Поправете грешното, изтрийте внесеното и внесете отново.`,
  nominations: (practices, file) =>
    `${plural(practices, "практика има", "практики имат")} номинации: npx praktika votes import ${file}`,
  done: ({ written, leftAlone, doubts, isDry }) => {
    const [one, several] = isDry ? ["Ще се запише", "Ще се запишат"] : ["Записана", "Записани"];
    return `${written === 1 ? one : several} ${plural(written, "практика", "практики")}, оставени непроменени: ${leftAlone}, бележки: ${doubts}.`;
  },
};
