import type { Language } from "../core/language/language.ts";

/** Texts of the page that keeps the archive for reading without a network. Names in braces are filled in by its script. */
export interface OfflineTexts {
  readonly title: string;
  readonly intro: string;
  readonly unscripted: string;
  readonly unsupported: string;
  /** The page that was asked for is not kept. */
  readonly missing: string;
  readonly again: string;
  readonly archiveTitle: string;
  readonly holds: string;
  readonly loading: string;
  readonly unreachable: string;
  readonly unreachableKept: string;
  readonly absent: string;
  readonly partial: string;
  readonly older: string;
  readonly complete: string;
  readonly keep: string;
  readonly finish: string;
  readonly renew: string;
  readonly stop: string;
  readonly remove: string;
  readonly progressLabel: string;
  readonly progress: string;
  readonly started: string;
  readonly stopped: string;
  readonly noNetwork: string;
  readonly noSpace: string;
  readonly incomplete: string;
  readonly removed: string;
  readonly visitedTitle: string;
  readonly visitedIntro: string;
  readonly visitedNone: string;
  readonly forget: string;
  readonly forgotten: string;
}

export const offlineTexts: Readonly<Record<Language, OfflineTexts>> = {
  bg: {
    title: "Архивът без мрежа",
    intro:
      "Страниците, които отваряте, остават на това устройство и се четат и без връзка с интернет. Може да запазите и целия архив.",
    unscripted:
      "Запазването работи със скрипт, а той е изключен или не се е заредил. Отделна страница може да запишете и от менюто на браузъра.",
    unsupported:
      "Този браузър не пази страници за четене без мрежа. Така е в поверителен прозорец (инкогнито), в по-стари браузъри и когато адресът не започва с https.",
    missing: "Страницата, която потърсихте, не е запазена на това устройство, а няма връзка с мрежата.",
    again: "Опитайте отново",
    archiveTitle: "Целият архив",
    holds:
      "Всички страници на всички езици с приложените към тях файлове, с търсенето, сравнението и избора за печат. Не влизат готовите PDF файлове, документите „Всички практики за печат“ и отворените данни.",
    loading: "Проверява се какво е запазено…",
    unreachable: "Няма връзка с мрежата, а целият архив не е запазен на това устройство.",
    unreachableKept: "Няма връзка с мрежата. На устройството са запазени {files} файла от архива.",
    absent: "Още не е запазен. Ще заеме {size} на устройството (файлове: {files}).",
    partial: "Запазен е частично: {keptSize} от {size} (файлове: {keptFiles} от {files}).",
    older: "Запазен е, но оттогава сайтът се е променил: {missingSize} за обновяване (файлове: {missingFiles}).",
    complete: "Запазен е целият: {size} (файлове: {files}). Чете се и без мрежа.",
    keep: "Запази целия архив ({size})",
    finish: "Довърши запазването ({missingSize})",
    renew: "Обнови ({missingSize})",
    stop: "Спри",
    remove: "Премахни от устройството",
    progressLabel: "Запазване на архива",
    progress: "{keptSize} от {size} (файлове: {keptFiles} от {files})",
    started: "Архивът се запазва. Оставете страницата отворена.",
    stopped: "Спряно. Запазеното остава и може да го довършите друг път.",
    noNetwork: "Връзката прекъсна. Запазеното остава и може да го довършите друг път.",
    noSpace: "На устройството няма място за целия архив. Запазеното дотук остава.",
    incomplete: "Някои файлове не можаха да се запазят. Опитайте пак по-късно.",
    removed: "Архивът е премахнат от устройството.",
    visitedTitle: "Отваряни страници",
    visitedIntro: "Те се отварят и без мрежа.",
    visitedNone: "Още няма такива.",
    forget: "Забрави отваряните страници",
    forgotten: "Отваряните страници са премахнати от устройството.",
  },
  en: {
    title: "The archive offline",
    intro:
      "Pages that you open stay on this device and can be read without a connection to the internet. You can keep the whole archive as well.",
    unscripted:
      "Keeping pages needs a script, which is switched off or was not loaded. A single page can be saved from the menu of the browser, too.",
    unsupported:
      "This browser keeps no pages for reading offline. That is so in a private window, in older browsers, and where the address does not begin with https.",
    missing: "The page that you asked for is not kept on this device, and there is no network.",
    again: "Try again",
    archiveTitle: "The whole archive",
    holds:
      "All pages in all languages with the files attached to them, the search, the comparison and the selection for print. Not in it are the printed PDF files, the documents “All practices for print” and the open data.",
    loading: "Looking at what is kept…",
    unreachable: "There is no network, and the whole archive is not kept on this device.",
    unreachableKept: "There is no network. {files} files of the archive are kept on this device.",
    absent: "Not kept yet. It will take up {size} on the device (files: {files}).",
    partial: "Kept in part: {keptSize} of {size} (files: {keptFiles} of {files}).",
    older: "Kept, but the site has changed since: {missingSize} to renew (files: {missingFiles}).",
    complete: "Kept as a whole: {size} (files: {files}). It can be read without a network.",
    keep: "Keep the whole archive ({size})",
    finish: "Finish keeping it ({missingSize})",
    renew: "Renew ({missingSize})",
    stop: "Stop",
    remove: "Remove from the device",
    progressLabel: "Keeping the archive",
    progress: "{keptSize} of {size} (files: {keptFiles} of {files})",
    started: "The archive is being kept. Leave this page open.",
    stopped: "Stopped. What is kept stays, and you can finish another time.",
    noNetwork: "The connection was lost. What is kept stays, and you can finish another time.",
    noSpace: "The device has no room for the whole archive. What is kept so far stays.",
    incomplete: "Some files could not be kept. Try again later.",
    removed: "The archive has been removed from the device.",
    visitedTitle: "Pages you have opened",
    visitedIntro: "They open without a network.",
    visitedNone: "There are none yet.",
    forget: "Forget the pages I opened",
    forgotten: "The pages that you opened have been removed from the device.",
  },
};
