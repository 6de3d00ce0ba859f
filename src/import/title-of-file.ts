/** „slanchevi-pokrivi.html“ → „Slanchevi pokrivi“. */
export function titleOfFile(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1).replace(/\.\w+(\?.*)?$/, "");
  const words =
    name
      .replace(/[?&]?iid[=_-]\d+/i, "")
      .replace(/[-_+.]+/g, " ")
      .trim() || name;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
