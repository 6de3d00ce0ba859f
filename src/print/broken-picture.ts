import { type Finding, finding } from "../core/diagnostics/finding.ts";

/** Finding: print/picture, with the place in the code of a drawing. @param reason what Typst says */
export function brokenPicture(file: string, reason: string): Finding {
  const [, line, column] = /^failed to parse SVG .*?(\d+):(\d+)\)?$/.exec(reason) ?? [];
  if (line && column)
    return finding("print/picture", file, { fault: "code", reason }, { line: Number(line), column: Number(column) });
  const isDamaged = reason.startsWith("failed to decode image") || reason.startsWith("failed to parse SVG");
  return finding("print/picture", file, { fault: isDamaged ? "data" : "other", reason });
}
