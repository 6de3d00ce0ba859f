import { createFormChooser } from "../plural.ts";
import { language } from "./language.ts";

/** The form of a word that goes with a number. */
export const formFor = createFormChooser(language);

/** „1 файл“, „2 файла“. */
export const plural = (count: number, one: string, many: string): string => `${count} ${formFor(count, one, many)}`;
