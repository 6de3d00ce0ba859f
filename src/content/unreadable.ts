import { type Finding, finding } from "../diagnostics/finding.ts";

/** Nothing of that name is there. Whatever else the system says, something is there that cannot be read. */
export function isAbsent(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}

/** What is there and cannot be read. Finding: content/unreadable. @param path as findings name it */
export function unreadable(path: string, error: unknown, what: "file" | "folder" = "file"): Finding {
  const reason = (error as NodeJS.ErrnoException).code ?? String(error);
  return finding("content/unreadable", path, { reason, what });
}
