import type { UnreadableReason } from "../core/diagnostics/catalogue.ts";

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
