import type { UnreadableImage } from "../../core/diagnostics/kinds.ts";
import { isDenied } from "../system-code.ts";
import type { ReadingHint, UnreadableTexts } from "../types/unreadable.ts";

export const unreadable: UnreadableTexts = {
  missing: () => "няма такъв файл",
  "not-a-file": () => "това не е файл",
  denied: () => "няма права за четене",
  "too-large": (limit) => `по-голямо е от ${limit}`,
  timeout: (limit) => `няма отговор до ${limit}`,
  unreachable: (code) => `няма връзка със сървъра (${code})`,
  status: (status) => `сървърът отговаря с ${status}`,
};

export const readingHint: ReadingHint = (code) =>
  isDenied(code)
    ? "Нямате права за четене. Сменете собственика или правата (chown, chmod): след работа в контейнер собственик може да е root."
    : "Проверете правата за достъп, дали още е на мястото си и дали дискът е достъпен.";

/** Why an image is not published. */
export const unreadableImage: Readonly<Record<UnreadableImage, string>> = {
  empty: "файлът е празен",
  "not UTF-8": "не е записано в UTF-8",
  "no drawing": "не е чертеж с viewBox или с width и height",
  damaged: "файлът е повреден или е от друг вид, а не от онзи, който казва името му",
};
