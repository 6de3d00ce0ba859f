import type { UnreadableReason } from "../catalogue.ts";

type Reasons = Readonly<Record<UnreadableReason, (detail: string) => string>>;

/** Why a file or an address could not be read, as the end of a sentence. */
export const unreadableReasons: Readonly<Record<"bg" | "en", Reasons>> = {
  bg: {
    missing: () => "няма такъв файл",
    "not-a-file": () => "това не е файл",
    denied: () => "няма права за четене",
    "too-large": (limit) => `по-голямо е от ${limit}`,
    timeout: (limit) => `няма отговор до ${limit}`,
    unreachable: (code) => `няма връзка със сървъра (${code})`,
    status: (status) => `сървърът отговаря с ${status}`,
  },
  en: {
    missing: () => "there is no such file",
    "not-a-file": () => "this is not a file",
    denied: () => "there is no permission to read it",
    "too-large": (limit) => `it is larger than ${limit}`,
    timeout: (limit) => `there was no answer within ${limit}`,
    unreachable: (code) => `the server cannot be reached (${code})`,
    status: (status) => `the server answers ${status}`,
  },
};

const isDenied = (code: string): boolean => code === "EACCES" || code === "EPERM";

/** What to do about a file or folder that the system does not give, by what it says. */
export const readingHints: Readonly<Record<"bg" | "en", (code: string) => string>> = {
  bg: (code) =>
    isDenied(code)
      ? "Нямате права за четене. Сменете собственика или правата (chown, chmod): след работа в контейнер собственик може да е root."
      : "Проверете правата за достъп, дали още е на мястото си и дали дискът е достъпен.",
  en: (code) =>
    isDenied(code)
      ? "You have no permission to read it. Give it to your account with chown or chmod: after a run in a container the owner may be root."
      : "Check its permissions, that it is still in its place, and that its drive can be reached.",
};

/** Whether a reason is the system's, such as EACCES, and not that of what is in a file. */
export function isOfSystem(reason: string): boolean {
  return /^E[A-Z]+$/.test(reason);
}
