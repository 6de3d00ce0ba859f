import type { UnreadableImage } from "../../core/diagnostics/kinds.ts";
import { isDenied } from "../system-code.ts";
import type { ReadingHint, UnreadableTexts } from "../types/unreadable.ts";

export const unreadable: UnreadableTexts = {
  missing: () => "no such file",
  "not-a-file": () => "not a file",
  denied: () => "permission denied",
  "too-large": (limit) => `it is larger than ${limit}`,
  timeout: (limit) => `no answer within ${limit}`,
  unreachable: (code) => `the server cannot be reached (${code})`,
  status: (status) => `the server answers ${status}`,
};

export const readingHint: ReadingHint = (code) =>
  isDenied(code)
    ? "You have no permission to read it. Give it to your account with chown or chmod: after a run in a container the owner may be root."
    : "Check its permissions, that it is still in its place, and that its drive can be reached.";

/** Why an image is not published. */
export const unreadableImage: Readonly<Record<UnreadableImage, string>> = {
  empty: "the file is empty",
  "not UTF-8": "it is not saved as UTF-8",
  "no drawing": "it is no drawing with a viewBox, or with width and height",
  damaged: "the file is damaged, or of another kind than its name says",
};
