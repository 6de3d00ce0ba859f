/*
 * Files that systems, editors and synchronising programs leave beside others. One list for reading and for watching.
 */

/** Names that the system or a file server uses for itself. */
const systemFiles =
  /^(?:thumbs\.db|ehthumbs(?:_vista)?\.db|desktop\.ini|icon\r?|\$recycle\.bin|__macosx|@eadir|#recycle|lost\+found|system volume information|4913)$/i;
/** What programs write for a moment, or keep in case they fail: locks (with the name of who has the document open), backups, parts. */
const leftovers =
  /^~\$|^~wrl|^#.*#$|~$|_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+\.[a-z]+$|\.(?:bak|old|orig|rej|tmp|temp|sw[a-z]|part|partial|crdownload|download|lock|lnk|url)$/i;

/** Whether a file or folder is none of the archive's, and nobody need know of it. */
export function isSystemFile(name: string): boolean {
  return name.startsWith(".") || systemFiles.test(name);
}

/** Whether a program has left a file behind; it is not read and never published. */
export function isLeftover(name: string): boolean {
  return leftovers.test(name);
}

/** What file managers and synchronising programs add to the name of a copy; without its ending. */
const copyMarks = [
  /\s*\(\d{1,3}\)$/,
  /\s*[-–—_]\s*(?:copy|копие)(?:\s*\(?\d+\)?)?$/i,
  /\s+(?:copy|копие)(?:\s*\(?\d+\)?)?$/i,
  /^(?:copy(?:\s*\(?\d+\)?)? of|копие(?:\s*\(?\d+\)?)? (?:на|от))\s+/i,
  /\.sync-conflict-[\w-]+$/i,
  /\s*\([^()]*(?:conflicted copy|conflict|конфликт)[^()]*\)$/i,
  /[-_.](?:conflict|conflicted)[-_.\d]*$/i,
  /-(?:DESKTOP|LAPTOP|PC|MACBOOK)-?[A-Z0-9]*(?:-\d+)?$/,
  /\s+\d{1,2}$/,
];

/**
 * The name of which another is a copy, such as „a.bg“ of „a.bg (1)“, „a (1).bg“, „a.bg - Copy“ and „Копие на a.bg“; undefined if it is none.
 *
 * @param stem a file name without .md
 */
export function originalOf(stem: string): string | undefined {
  const [, id = "", language = ""] = /^(.*?)(\.[a-z]{2})?$/.exec(stem) ?? [];
  for (const mark of copyMarks) {
    const plain = stem.replace(mark, "");
    if (plain !== stem && plain !== "") return plain;
    const plainId = id.replace(mark, "");
    if (plainId !== id && plainId !== "") return plainId + language;
  }
  return undefined;
}
