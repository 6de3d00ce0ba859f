import { type RefusalTexts, refusals } from "../locales/types/refusals.ts";

/** What the machine has refused, in words for the person who asked for it; undefined for any other error. */
export function describeRefusal(error: unknown, texts: RefusalTexts): string | undefined {
  const { code, syscall, path = "" } = (error ?? {}) as NodeJS.ErrnoException;
  // On a read-only disk the recursive mkdir of Node says that a folder above is missing.
  if (code === "ENOENT" && syscall === "mkdir") return texts.EROFS(path);
  const refusal = refusals.find((known) => known === code);
  return refusal && texts[refusal](path);
}
