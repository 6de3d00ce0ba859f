import type { UnreadableTexts } from "../types/unreadable.ts";

export const unreadable: UnreadableTexts = {
  missing: () => "there is no such file",
  "not-a-file": () => "this is not a file",
  denied: () => "there is no permission to read it",
  "too-large": (limit) => `it is larger than ${limit}`,
  timeout: (limit) => `there was no answer within ${limit}`,
  unreachable: (code) => `the server cannot be reached (${code})`,
  status: (status) => `the server answers ${status}`,
};
