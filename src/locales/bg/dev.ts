import type { DevTexts } from "../types/dev.ts";
import { plural } from "./plural.ts";

export const dev: DevTexts = {
  findings: (errors, warnings, notes) =>
    [
      errors > 0 ? plural(errors, "грешка", "грешки") : "",
      warnings > 0 ? plural(warnings, "предупреждение", "предупреждения") : "",
      notes > 0 ? plural(notes, "бележка", "бележки") : "",
    ]
      .filter(Boolean)
      .join(", "),
  noFindings: "Тук няма какво да се поправя",
  close: "Затвори",
  allFindings: "Всички бележки",
  allFine: "Няма какво да се поправя: всички файлове са наред.",
  draft: "Чернова: няма да бъде публикувана",
  lastGood: "Във файла има грешка. Страницата е такава, каквато беше преди нея.",
  cannotShow: "Тази страница още не може да се покаже",
  cannotShowHint: "Поправете файла и го запазете; страницата ще се появи сама.",
  notFound: (path) => `Няма страница на адрес ${path}.`,
  sheet: "Печатен лист",
  sheetTitle: (title) => `На хартия: ${title}`,
  paper: "Хартия",
  printing: "Печата се…",
  sides: (number) => plural(number, "страница", "страници"),
  side: (number, of) => `Страница ${number} от ${of}`,
  notPrinted: (reason) => `Листът не може да се отпечата: ${reason}`,
  toSite: "Към сайта",
  today: "Променено днес",
  drafts: "Чернови",
  openText: "Отвори в редактора",
  openPage: "Отвори страницата",
  nominationTitle: "Номинации",
  nominationText:
    "Докато пишете, не може да се гласува. За да изпробвате номинациите, изпълнете npx praktika build и след това npx praktika serve.",
  foreignHost: "Този сървър отговаря само на този компютър. За да го видят и други, пуснете го с --host.",
};
