import { type ChildProcess, fork } from "node:child_process";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { EngineSetup, Inputs, PaperSource, PdfKind } from "./engine.ts";

/** What a process of the press is asked for. */
export type EngineCall =
  | DocumentCall
  | { readonly name: "addFile"; readonly path: string; readonly content: Uint8Array };

export type DocumentCall = (
  | { readonly name: "pdf"; readonly kind: PdfKind }
  | { readonly name: "svg" }
  | { readonly name: "query"; readonly label: string }
) & {
  readonly source: string;
  readonly inputs: Inputs;
  /** Letters that are set, with those of its own files. */
  readonly letters: number;
};

/** A document that is one text, or that has files of its own. */
export type Source = string | PaperSource;

export type EngineResult = { readonly value: unknown } | { readonly error: string };

/** Typst is not installed on this machine, or does not run there; the message says what the system says. */
export class NoTypst extends Error {}

/** A document cannot be printed; the message says why. */
export class PressFault extends Error {
  readonly isTimeout: boolean;
  constructor(message: string, isTimeout = false) {
    super(message);
    this.isTimeout = isTimeout;
  }
}

/** One process of the press. Its documents are set one after the other. */
export interface PressLine {
  /** Rejects with `PressFault`. */
  pdf(source: Source, inputs?: Inputs, kind?: PdfKind): Promise<Uint8Array>;
  query(source: Source, inputs: Inputs, label: string): Promise<readonly unknown[]>;
  svg(source: Source, inputs?: Inputs): Promise<string>;
}

/**
 * Several processes that print. Threads would not do: what runs in Typst cannot be stopped from outside, and a document that brings it
 * down would bring the command down as well.
 */
export interface Press {
  /**
   * Does a piece of work with a process that is free, as soon as there is one.
   * @param letters of the documents that it will set, if they are many: a process that would have set too much is replaced by a new one
   */
  use<Value>(work: (line: PressLine) => Promise<Value>, letters?: number): Promise<Value>;
  readonly processes: number;
  /** Puts a file in the place of one below the workspace, for all processes. */
  addFile(path: string, content: Uint8Array): void;
  close(): Promise<void>;
}

export interface PressOptions {
  readonly setup: EngineSetup;
  readonly processes: number;
  /** A call that takes longer is given up, and its process with it; a large document has as long for each of its parts. */
  readonly timeoutMs: number;
}

/** Starts the first process; others start when they are needed. Rejects with `NoTypst`. */
export async function openPress({ setup, processes, timeoutMs }: PressOptions): Promise<Press> {
  const files = new Map<string, Uint8Array>();
  const free: Line[] = [];
  const waiting: ((line: Line) => void)[] = [];
  const lines = new Set<Line>();
  const start = (): Line => {
    const line = new Line(setup, files, timeoutMs);
    lines.add(line);
    return line;
  };
  const take = async (): Promise<Line> => {
    const line = free.pop();
    if (line) return line;
    if (lines.size < processes) return start();
    return new Promise((resolve) => waiting.push(resolve));
  };
  const give = (line: Line): void => {
    const next = waiting.shift();
    if (next) next(line);
    else free.push(line);
  };
  const first = start();
  try {
    await first.started();
  } catch (error) {
    await first.close();
    throw error;
  }
  free.push(first);
  return {
    processes,
    async use(work, letters = 0) {
      const line = await take();
      try {
        await line.makeRoom(letters);
        return await work(line);
      } finally {
        give(line);
      }
    },
    addFile(path, content) {
      files.set(path, content);
      for (const line of lines) line.expectFile(path, content);
    },
    async close() {
      await Promise.all([...lines].map((line) => line.close()));
    },
  };
}

/** A part of a document, as the time limit goes by it: a book of some seventy practices. */
const timedLetters = 500_000;
/** A document with more letters is a book, or a part of one. */
export const bookLetters = 50_000;
/** What a process keeps of so many letters, such as a book of four hundred practices, takes more than a gigabyte. */
const mostLetters = 3_500_000;
/** Loading Typst and its fonts takes a tenth of a second; a busy machine may take long. */
const startTimeoutMs = 120_000;
const program = fileURLToPath(new URL(`engine-process${extname(import.meta.url)}`, import.meta.url));

/** A process with what it still has to be told. One that ran out of time or broke down is replaced by a new one. */
class Line implements PressLine {
  private readonly setup: EngineSetup;
  private readonly files: ReadonlyMap<string, Uint8Array>;
  private readonly timeoutMs: number;
  private running: Promise<ChildProcess> | undefined;
  private news: Map<string, Uint8Array>;
  /** Files of documents that the process has, by their paths. */
  private own = new Set<string>();
  /** Letters of documents that the process has set. */
  private letters = 0;

  constructor(setup: EngineSetup, files: ReadonlyMap<string, Uint8Array>, timeoutMs: number) {
    this.setup = setup;
    this.files = files;
    this.timeoutMs = timeoutMs;
    this.news = new Map(files);
  }

  async started(): Promise<ChildProcess> {
    this.running ??= this.start();
    return this.running;
  }

  expectFile(path: string, content: Uint8Array): void {
    this.news.set(path, content);
  }

  async pdf(source: Source, inputs: Inputs = {}, kind: PdfKind = "readable"): Promise<Uint8Array> {
    return (await this.call({ name: "pdf", ...this.prepare(source), inputs, kind })) as Uint8Array;
  }

  async query(source: Source, inputs: Inputs, label: string): Promise<readonly unknown[]> {
    return (await this.call({ name: "query", ...this.prepare(source), inputs, label })) as readonly unknown[];
  }

  async svg(source: Source, inputs: Inputs = {}): Promise<string> {
    return (await this.call({ name: "svg", ...this.prepare(source), inputs })) as string;
  }

  /** Sends the files of a document with the next call, if the process does not have them. The name of such a file says what is in it. */
  private prepare(source: Source): Pick<DocumentCall, "source" | "letters"> {
    if (typeof source === "string") return { source, letters: source.length };
    let letters = source.text.length;
    for (const [path, text] of source.files) {
      letters += text.length;
      if (!this.own.has(path)) this.news.set(path, Buffer.from(text));
      this.own.add(path);
    }
    return { source: source.text, letters };
  }

  async close(): Promise<void> {
    const child = await this.running?.catch(() => undefined);
    child?.kill("SIGKILL");
  }

  /** Replaces a process in which nothing could be forgotten that makes room for so many letters. */
  async makeRoom(letters: number): Promise<void> {
    if (this.letters === 0 || this.letters + letters <= mostLetters) return;
    await this.close();
    this.forget();
  }

  private forget(): void {
    this.running = undefined;
    this.news = new Map(this.files);
    this.own = new Set();
    this.letters = 0;
  }

  private async call(call: DocumentCall): Promise<unknown> {
    const child = await this.started();
    try {
      for (const [path, content] of this.news) await ask(child, { name: "addFile", path, content }, this.timeoutMs);
      this.news.clear();
      if (call.name === "query" && call.letters > bookLetters) this.letters += call.letters;
      return await ask(child, call, Math.max(1, Math.ceil(call.letters / timedLetters)) * this.timeoutMs);
    } finally {
      if (child.exitCode !== null || child.killed || !child.connected) this.forget();
    }
  }

  private async start(): Promise<ChildProcess> {
    const child = fork(program, {
      serialization: "advanced",
      execArgv: [],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    try {
      await ask(child, this.setup, startTimeoutMs);
      return child;
    } catch (error) {
      child.kill("SIGKILL");
      throw new NoTypst(error instanceof Error ? error.message : String(error));
    }
  }
}

/** Sends a message to a process and waits for its answer. Rejects with `PressFault`; a process that took too long is ended. */
async function ask(child: ChildProcess, message: EngineSetup | EngineCall, timeoutMs: number): Promise<unknown> {
  const result = await new Promise<EngineResult | PressFault>((resolve) => {
    const done = (found: EngineResult | PressFault): void => {
      clearTimeout(timer);
      child.off("message", done).off("exit", ended).off("error", failed);
      resolve(found);
    };
    const ended = (code: number | null, signal: string | null): void =>
      done(new PressFault(`Typst: ${signal ?? code}`));
    const failed = (error: Error): void => done(new PressFault(error.message));
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      done(new PressFault("", true));
    }, timeoutMs);
    child.on("message", done).on("exit", ended).on("error", failed);
    child.send(message, (error) => error && failed(error));
  });
  if (result instanceof PressFault) throw result;
  if ("error" in result) throw new PressFault(result.error);
  return result.value;
}
