import type { NewTexts } from "../types/new.ts";

const meant = (nearest: string | undefined): string => (nearest ? ` Може би имахте предвид „${nearest}“?` : "");

export const newTexts: NewTexts = {
  intro:
    "Нова практика. С Enter въпросът остава без отговор, Tab довършва имена, Ctrl+C прекъсва и нищо не се записва.",
  titleNeeded: 'Практиката има нужда от заглавие: praktika new "Слънчеви покриви".',
  noMunicipality: (name, nearest) => `Няма община „${name}“.${meant(nearest)}`,
  severalMunicipalities: (name, codes) => `Има няколко общини „${name}“. Напишете кода: ${codes}.`,
  noTheme: (id, nearest, known) => `Няма тема „${id}“ в themes.yaml.${meant(nearest) || ` Има: ${known}.`}`,
  noAddress: (written) => `„${written}“ не е адрес в интернет.`,
  noPractice: (id, nearest) => `Няма практика „${id}“.${meant(nearest)}`,
  allLanguages: (id) => `„${id}“ вече е на всички езици.`,
  notOfSite: (language, known) => `Сайтът не е на език „${language}“. Езиците му: ${known}.`,
  exists: (path) => `${path} вече съществува и не е променен.`,
  namesake: (path, id) =>
    `Вече има практика с такова заглавие: ${path}. Тази започва като друга. Ако е същата, изтрийте новия файл и променете стария или го преведете: praktika new --translate ${id}`,
  stopped: "Прекъснато; нищо не е записано.",
  written: "Това е чернова: praktika dev я показва, а ще бъде публикувана, когато изтриете реда „draft: true“.",
};
