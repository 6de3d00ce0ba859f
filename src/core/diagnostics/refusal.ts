/** What the machine refuses: by permission, for want of space, on a disk that can only be read and so on. */
export type RefusalKind = "denied" | "full" | "readOnly" | "tooMany" | "inTheWay" | "other";

const refusalKinds: Readonly<Record<string, RefusalKind>> = {
  EACCES: "denied",
  EPERM: "denied",
  ENOSPC: "full",
  EDQUOT: "full",
  EROFS: "readOnly",
  EMFILE: "tooMany",
  ENFILE: "tooMany",
  ENOTDIR: "inTheWay",
  EISDIR: "inTheWay",
  EEXIST: "inTheWay",
  ENOTEMPTY: "inTheWay",
  EBUSY: "other",
  EIO: "other",
  ENAMETOOLONG: "other",
  ELOOP: "other",
  ESTALE: "other",
};

/** Undefined for an error that the program itself would be to blame for. */
export function refusalKindOf(code: string | undefined): RefusalKind | undefined {
  return refusalKinds[code ?? ""];
}
