export function isDenied(code: string): boolean {
  return code === "EACCES" || code === "EPERM";
}

/** Whether a reason is the system's, such as EACCES, and not that of what is in a file. */
export function isOfSystem(reason: string): boolean {
  return /^E[A-Z]+$/.test(reason);
}
