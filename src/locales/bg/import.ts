import type { ImportCliTexts, ImportReportTexts } from "../types/import.ts";
import { plural } from "./plural.ts";

const rules: ImportReportTexts["rules"] = {
  field: "от поле с това име",
  heading: "от заглавието на текста",
  dayInName: "от името на файла",
  emphasis: "от получер, центриран или едър текст",
  likeness: "от колона с подобно име",
  part: "само отчасти: денят или векът е допълнен",
  organisation: "от името на организацията",
  contact: "от контакта",
  cells: "от колона, чиито клетки приличат на това",
  firstLine: "от първия ред",
  window: "от името на прозореца",
  file: "от името на файла, защото няма друго",
  today: "не е намерено: взет е днешният ден",
  none: "не е намерено",
};
const columns = { title: "Заглавие", date: "Дата", place: "Място", file: "Файл", from: "Откъде", source: "Източник" };
const names = { title: "Заглавия", date: "Дати", place: "Места" };

const report: ImportReportTexts = {
  rules,
  columns,
  count: (part, counts) => `${names[part]}: ${counts.map(([rule, count]) => `${rules[rule]} – ${count}`).join("; ")}.`,
  where: (file) =>
    `Най-несигурните са първи: ${file}. С npx praktika dev можете да ги прегледате на /__praktika/import.`,
  title: "Внесени практики",
  intro:
    "Най-несигурните са първи. Проверете заглавието, датата и мястото и поправете файла; после той се отбелязва като редактиран.",
  edited: "редактирана",
  left: (unedited, all) => `Непроменени след вноса: ${unedited} от ${all}.`,
};

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
  report,
  done: ({ written, updated, leftAlone, doubts, isDry }) => {
    const [one, several] = isDry ? ["Ще се запише", "Ще се запишат"] : ["Записана", "Записани"];
    return `${written === 1 ? one : several} ${plural(written, "практика", "практики")}, ${updated > 0 ? `обновени: ${updated}, ` : ""}оставени непроменени: ${leftAlone}, бележки: ${doubts}.`;
  },
};
