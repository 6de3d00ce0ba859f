import type { RenameTexts } from "../types/rename.ts";
import { plural } from "./plural.ts";

export const renameTexts: RenameTexts = {
  invalidId: (id) =>
    `„${id}“ не може да бъде идентификатор. Той се пише с до 100 латински букви, цифри и единични тирета, например slanchevi-pokrivi.`,
  taken: (id, path) => `Идентификаторът „${id}“ вече е зает от ${path}. Изберете друг.`,
  done: ({ from, to, files, isDry }) =>
    isDry
      ? `„${from}“ би станал „${to}“ в ${plural(files, "файл", "файла")}. Нищо не е записано.`
      : `„${from}“ вече е „${to}“: ${plural(files, "променен файл", "променени файла")}. Старите адреси водят към новите, а гласовете се запазват.`,
};
