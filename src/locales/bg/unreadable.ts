import type { UnreadableTexts } from "../types/unreadable.ts";

export const unreadable: UnreadableTexts = {
  missing: () => "няма такъв файл",
  "not-a-file": () => "това не е файл",
  denied: () => "няма права за четене",
  "too-large": (limit) => `по-голямо е от ${limit}`,
  timeout: (limit) => `няма отговор до ${limit}`,
  unreachable: (code) => `няма връзка със сървъра (${code})`,
  status: (status) => `сървърът отговаря с ${status}`,
};
