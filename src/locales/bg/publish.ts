import type { PublishTexts } from "../types/publish.ts";
import { plural } from "./plural.ts";

export const publishTexts: PublishTexts = {
  changed: ({ written, deleted }) =>
    `За качване: ${plural(written, "файл", "файла")}. За изтриване: ${plural(deleted, "файл", "файла")}.`,
  unchanged: "Няма промени след последното публикуване.",
  since: (time) => `Последно публикуване: ${time}.`,
  never: "Досега не е отбелязано публикуване и всички файлове са нови.",
  hint: "--list изписва имената им (--format rsync или lftp: както ги четат тези програми); --copy FOLDER копира тези за качване.",
  afterwards: "Когато всичко е на хостинга: npx praktika publish --done",
  notEmpty: (path) => `В ${path} вече има файлове. Изберете нова папка за копията.`,
  noted: (files) => `Отбелязани като публикувани: ${plural(files, "файл", "файла")}.`,
};
