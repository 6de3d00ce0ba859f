/** Codes of the system for what the machine does not allow. */
export const refusals = [
  "EACCES",
  "EPERM",
  "EROFS",
  "ENOSPC",
  "EDQUOT",
  "ENOTDIR",
  "EISDIR",
  "EMFILE",
  "ENFILE",
  "EBUSY",
] as const;
export type Refusal = (typeof refusals)[number];

/** What the machine refused and what to do about it, as a sentence or two; `path` is "" where the system names none. */
export type RefusalTexts = Readonly<Record<Refusal, (path: string) => string>>;
