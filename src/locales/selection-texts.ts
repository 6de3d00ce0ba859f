import type { Language } from "../core/language/language.ts";

/**
 * Texts of the reader's selection. Those that a script completes are made with names in braces, such as `{title}`, in
 * the place of values (`scriptTexts` in render/views/selection-view.ts).
 */
export interface SelectionTexts {
  readonly title: string;
  readonly intro: string;
  readonly unscripted: string;
  /** On the button of a practice; pressed or not. Its name goes on with a colon and the title. */
  readonly toggle: string;
  readonly link: (count: string) => string;
  readonly full: (count: string) => string;
  /** Beside the link, where the browser stores nothing. */
  readonly notKept: string;
  readonly list: string;
  readonly loading: string;
  readonly empty: string;
  readonly pages: (count: string) => string;
  readonly sheets: (count: string) => string;
  /** From the parts: “8 practices, about 27 pages (14 sheets, printed on both sides)”. */
  readonly total: (practices: string, pages: string, sheets: string) => string;
  readonly print: string;
  readonly printHint: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly address: string;
  readonly clear: string;
  readonly cleared: string;
  readonly up: string;
  readonly down: string;
  readonly remove: string;
  readonly undo: string;
  readonly undone: string;
  readonly moved: (title: string, position: string, total: string) => string;
  readonly removed: (title: string) => string;
  readonly missing: (ids: string) => string;
  readonly removeMissing: string;
  readonly tooMany: (count: string) => string;
  /** The list came with the address and is another than the reader's own, which has so many. */
  readonly foreign: (practices: string) => string;
  readonly toOwn: string;
  readonly addToOwn: string;
  /** Seen only in a copy that is opened from a disk. */
  readonly fromDisk: string;
}

export const selectionTexts: Readonly<Record<Language, SelectionTexts>> = {
  bg: {
    title: "Избрано за печат",
    intro: "Подредете избраните практики и ги отпечатайте като един документ със съдържание.",
    unscripted:
      "Избирането на няколко практики работи със скрипт, а той е изключен или не се е заредил. Всяка практика се отпечатва и сама: отворете страницата ѝ и натиснете Ctrl+P (⌘P на Mac).",
    toggle: "За печат",
    link: (count) => `Избрано за печат: ${count}`,
    full: (count) => `Изборът е пълен: ${count} практики. Отпечатайте ги или махнете някоя.`,
    notKept: "Браузърът не пази избора между страниците: отворете го оттук, преди да продължите.",
    list: "Избрани практики",
    loading: "Избраните практики се зареждат…",
    empty: "Още нищо не е избрано. Натиснете „За печат“ при практика от някой списък или на страницата ѝ.",
    pages: (count) => `${count} ${count === "1" ? "страница" : "страници"}`,
    sheets: (count) => `${count} ${count === "1" ? "лист" : "листа"}`,
    total: (practices, pages, sheets) => `${practices}, около ${pages} (${sheets} при двустранен печат)`,
    print: "Отпечатай",
    printHint: "В прозореца за печат можете да изберете двустранен печат или запис като PDF.",
    copy: "Копирай адреса",
    copied: "Адресът е копиран. Който го отвори, ще види същия избор.",
    notCopied: "Браузърът не позволи копиране. Адресът е в полето: копирайте го с Ctrl+C (⌘C на Mac).",
    address: "Адрес на този избор",
    clear: "Изчисти избора",
    cleared: "Изборът е изчистен.",
    up: "Нагоре",
    down: "Надолу",
    remove: "Махни",
    undo: "Върни",
    undone: "Изборът е върнат.",
    moved: (title, position, total) => `„${title}“ вече е на място ${position} от ${total}.`,
    removed: (title) => `„${title}“ е махната.`,
    missing: (ids) => `Не са намерени и няма да се отпечатат: ${ids}. Може да ги няма на този език.`,
    removeMissing: "Махни ненамерените",
    tooMany: (count) => `Взети са първите ${count} практики от адреса.`,
    foreign: (practices) => `Този избор е от отворения адрес. Вашият (${practices}) е запазен и не се променя.`,
    toOwn: "Към моя избор",
    addToOwn: "Добави тези към моя",
    fromDisk:
      "Архивът е отворен от диск. Някои браузъри тогава помнят избора само на страницата, на която е направен: отворете „Избрано за печат“ оттам и го добавете към вашия.",
  },
  en: {
    title: "Selected for print",
    intro: "Put the practices you have chosen in order, and print them as one document with contents.",
    unscripted:
      "Choosing several practices needs script, which is switched off or has not loaded. Every practice prints by itself, too: open its page and press Ctrl+P (⌘P on a Mac).",
    toggle: "For print",
    link: (count) => `Selected for print: ${count}`,
    full: (count) => `The selection is full: ${count} practices. Print them, or remove one.`,
    notKept: "Your browser does not keep the selection from page to page: open it here before you go on.",
    list: "Selected practices",
    loading: "Loading the selected practices…",
    empty: "Nothing has been selected yet. Press “For print” beside a practice in a list, or on its page.",
    pages: (count) => `${count} ${count === "1" ? "page" : "pages"}`,
    sheets: (count) => `${count} ${count === "1" ? "sheet" : "sheets"}`,
    total: (practices, pages, sheets) => `${practices}, about ${pages} (${sheets} if printed on both sides)`,
    print: "Print",
    printHint: "The print dialog lets you print on both sides, or save a PDF.",
    copy: "Copy the address",
    copied: "The address has been copied. Whoever opens it sees the same selection.",
    notCopied: "Your browser did not allow copying. The address is in the field: copy it with Ctrl+C (⌘C on a Mac).",
    address: "Address of this selection",
    clear: "Clear the selection",
    cleared: "The selection has been cleared.",
    up: "Up",
    down: "Down",
    remove: "Remove",
    undo: "Undo",
    undone: "The selection is back.",
    moved: (title, position, total) => `“${title}” is now number ${position} of ${total}.`,
    removed: (title) => `“${title}” has been removed.`,
    missing: (ids) => `Not found, and left out of the print: ${ids}. They may not exist in this language.`,
    removeMissing: "Remove what was not found",
    tooMany: (count) => `The first ${count} practices of the address have been taken.`,
    foreign: (practices) =>
      `This selection came with the address you opened. Your own (${practices}) is kept as it was.`,
    toOwn: "To my selection",
    addToOwn: "Add these to mine",
    fromDisk:
      "This archive is open from a disk. Some browsers then remember a choice only on the page where it was made: open “Selected for print” from there, and add it to yours.",
  },
};
