import type { CalendarDay } from "../../core/language/calendar-day.ts";
import { formatCount, formatDay } from "../../core/language/format.ts";
import type { EndpointTexts } from "../types/endpoint.ts";
import { language } from "./language.ts";

export const endpoint: EndpointTexts = {
  clips: () => import("./clips.ts"),
  nominatePractice: (title) => `Номинирайте „${title.replaceAll("„", "‚").replaceAll("“", "‘")}“`,
  explanation:
    "Препишете кода от картинката, за да покажете, че не сте програма. Не е нужна регистрация; адресът на устройството ви не се записва.",
  pictureAlt: "Картинка с код от цифри. Ако не я виждате, изслушайте кода.",
  code: "Код от картинката",
  codeHint: (digits) => `${digits} цифри`,
  anotherPicture: "Друга картинка",
  listen: "Чуйте кода",
  submit: "Номинирай",
  workExplanation:
    "Устройството ви прави кратко изчисление, за да покаже, че не сте програма. Не е нужна регистрация; адресът му не се записва.",
  withCode: "С код от картинка или звук",
  working: "Изчислява се…",
  workingLong: "Изчислява се… От вашата мрежа има много номинации, затова трае дълго. Остават най-много # мин.",
  workFailed: "Изчислението не успя. Препишете кода.",
  sending: "Изпраща се…",
  refreshed: "Ето друга картинка.",
  close: "Затвори",
  back: "Назад към практиката",
  counted: "Номинацията ви е отчетена. Благодарим!",
  receipt: "Контролен номер",
  receiptIfCounted: "Контролен номер, когато номинацията бъде отчетена",
  receiptHint: "С него можете да намерите гласа си в публичния журнал.",
  lastResort: "Нито един от начините не ви е удобен? Пишете на",
  privacy: "Какво се пази",
  notYetOpen: (day) => `Номинациите започват на ${formatDay(day as CalendarDay, language)}`,
  sendAgain: "Изпрати отново",
  countedOn: (day) => `Отчетена на ${formatDay(day as CalendarDay, language)}`,
  closedHint: "Отчетените гласове остават в публичния журнал. С контролния номер и сега можете да намерите своя.",
  nominationsNow: (count) =>
    `Практиката вече има ${formatCount(count, language)} ${count === 1 ? "номинация" : "номинации"}.`,
  nominations: "Номинации на практиката",
  checkYours: "Проверете номинацията си",
  checkTitle: "Проверка на номинация",
  checkExplanation: "С контролния номер намирате гласа си в публичния журнал на номинациите.",
  checkSubmit: "Провери",
  found: ({ sequence, day, practice }) =>
    `Гласът е в журнала: ред ${sequence}, ${formatDay(day as CalendarDay, language)}, практика „${practice}“.`,
  revoked: "По-късно е отменен от редактор.",
  notFound: "В журнала няма глас с този контролен номер.",
  wholeLog: "Целият журнал (JSON)",
  problems: {
    "invalid-request": "Заявката не може да бъде прочетена. Презаредете страницата и опитайте отново.",
    "foreign-origin": "Номинации се приемат само от страниците на този сайт.",
    closed: "Номинациите са приключили.",
    "unknown-practice": "Няма такава практика.",
    "not-found": "Няма такъв адрес.",
    "method-not-allowed": "Това действие не е възможно тук.",
    "already-counted": "Тази номинация вече е отчетена. Брои се веднъж.",
    expired: "Времето изтече или кодът вече е използван. Опитайте с новата картинка.",
    "too-large": "Заявката е твърде голяма.",
    "unsupported-type": "Заявката е във вид, който не се приема.",
    "incomplete-answer": "Кодът не е цял или е по-дълъг. Не е използван: препишете всичките му цифри.",
    "wrong-answer": "Кодът не е верен. Опитайте с новата картинка.",
    quota:
      "От вашата мрежа днес не се приемат повече номинации с код. Номинирайте без код: от страницата на практиката, в браузър с JavaScript.",
    "price-risen": "От вашата мрежа дойдоха още номинации. Опитайте отново.",
    fault: "Нещо се обърка при нас. Опитайте отново по-късно.",
    "store-down": "Услугата за номинации не отговаря. Опитайте отново след малко: гласът ви се брои само веднъж.",
  },
};
