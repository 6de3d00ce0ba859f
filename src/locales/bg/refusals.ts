import type { RefusalTexts } from "../types/refusals.ts";

const at = (path: string): string => (path === "" ? "" : `${path}: `);
const denied = (path: string): string =>
  `${at(path)}нямате права за достъп. Дайте ги на своя потребител с chown или chmod (след работа в контейнер собственикът може да е root) или изберете друга папка.`;
const full = (path: string): string => `${at(path)}няма място на диска. Освободете и изпълнете командата отново.`;
const tooMany = (path: string): string =>
  `${at(path)}твърде много отворени файлове. Затворете други програми или вдигнете ограничението с ulimit -n.`;

export const refusalTexts: RefusalTexts = {
  EACCES: denied,
  EPERM: denied,
  EROFS: (path) => `${at(path)}дискът е само за четене. Изберете папка на друг диск.`,
  ENOSPC: full,
  EDQUOT: full,
  ENOTDIR: (path) =>
    `${at(path)}на мястото, където трябва да има папка, има файл. Посочете папка или преместете файла.`,
  EISDIR: (path) =>
    `${at(path)}на мястото, където трябва да има файл, има папка. Посочете файл или преместете папката.`,
  EMFILE: tooMany,
  ENFILE: tooMany,
  EBUSY: (path) => `${at(path)}друга програма го ползва. Затворете я и изпълнете командата отново.`,
};
