import type { Readable, Writable } from "node:stream";
import type { Locale } from "../locales/locale.ts";

/** What a command needs of the world it runs in. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly isTerminal: boolean;
  /** How many characters fit into a line, if that is known. */
  readonly columns?: number | undefined;
  readonly colour: boolean;
  /** In which language it speaks: chosen once, in run-command-line.ts, and handed on from there. */
  readonly locale: Locale;
  /** Where somebody can be asked; undefined in a pipe or a workflow. */
  readonly input?: { readonly stream: Readable; readonly echo: Writable; readonly isTerminal: boolean } | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Work that takes less time shows no progress. */
  readonly progressAfterMs?: number;
  /** Makes signals end the process in order; absent where the process is not the command's own. */
  readonly exitOnSignals?: () => void;
}

/**
 * A progress line on stderr: a bar on a terminal, a plain line now and then elsewhere, nothing for short work.
 *
 * @param step look at the clock only at every so many; 1 for work that is slow piece by piece
 */
export type Progress = ReturnType<typeof createProgress>;

export function createProgress(terminal: Terminal, step = 64) {
  const { progressAfterMs = 700 } = terminal;
  // Of the work that is shown; the next one begins anew.
  let started: number | undefined = performance.now();
  let shown = 0;
  let drawn = false;
  return {
    show(label: string, done: number, total: number): void {
      if (done % step !== 0 && done !== total) return;
      const now = performance.now();
      started ??= now;
      if (now - started < progressAfterMs) return;
      if (now - shown < (terminal.isTerminal ? 80 : 2_000)) return;
      shown = now;
      if (!terminal.isTerminal) {
        terminal.error(`${label}: ${done}/${total}\n`);
        return;
      }
      const counts = `${done}/${total}`;
      const width = Math.max(0, Math.min(30, (terminal.columns ?? 80) - label.length - counts.length - 3));
      const filled = Math.round((done / Math.max(1, total)) * width);
      terminal.error(`\r\u001b[2K${label} ${"█".repeat(filled)}${"░".repeat(width - filled)} ${counts}`);
      drawn = true;
    },
    clear(): void {
      if (drawn) terminal.error("\r\u001b[2K");
      drawn = false;
      started = undefined;
    },
  };
}
