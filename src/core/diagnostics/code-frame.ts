/** One line of a code frame; `marker` stands under the wrong text of the line before it. */
export interface FrameLine {
  readonly number: number | undefined;
  readonly text: string;
}

/**
 * The lines around a position, as an editor shows them, with a row of ^ under the wrong text.
 *
 * Tabs become one visible arrow, so that the marker stands right and the tab is seen.
 */
export function codeFrame(
  source: string,
  { line, column, length }: { readonly line: number; readonly column: number; readonly length: number },
): readonly FrameLine[] {
  const lines = source.split(/\r\n|\n|\r/);
  if (line < 1 || line > lines.length || source === "") return [];
  const frame: FrameLine[] = [];
  for (let number = Math.max(1, line - 1); number <= Math.min(lines.length, line + 1); number++) {
    const text = visible(lines[number - 1] ?? "");
    if (number !== line && text.trim() === "") continue;
    const { shown, offset } = clip(text, number === line ? column : 1);
    frame.push({ number, text: shown });
    if (number === line) {
      const carets = Math.max(1, Math.min(length, text.length - column + 1));
      frame.push({
        number: undefined,
        text: " ".repeat(Math.max(0, column - 1 - offset)) + "^".repeat(Math.min(carets, 80)),
      });
    }
  }
  return frame;
}

const widest = 110;

function clip(text: string, column: number): { shown: string; offset: number } {
  if (text.length <= widest) return { shown: text, offset: 0 };
  const start = Math.max(0, Math.min(column - 40, text.length - widest));
  const head = start > 0 ? "…" : "";
  const tail = start + widest < text.length ? "…" : "";
  return { shown: head + text.slice(start + head.length, start + widest) + tail, offset: start };
}

function visible(text: string): string {
  return text.replaceAll("\t", "→").replaceAll("\u00a0", "·").replaceAll("\ufeff", "");
}
