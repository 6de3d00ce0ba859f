import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism, loadavg } from "node:os";
import { extname } from "node:path";
import { setImmediate as immediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { BodyStore, openUnnamed } from "../load/body-store.ts";
import type { MadeShare, Order, Report, Setup, SharedParts, SharedTexts } from "./messages.ts";

/*
 * The half of a large build that runs on the second processor. It begins with the build, because a process that comes late gains
 * nothing: both load the program, read texts, tell each other what came of them, arrange the archive and render pages of practices. The
 * first process alone reports, writes down what was made of what, and puts the site into place.
 */

/** From this number of texts on, two processes are quicker than one. */
const manyTexts = 3_000;

/** Texts or pages that are handed over at once: some 30 ms of work. */
const sliceSize = 64;

/** Slices that the other process has while it works on one: when little is left, both are to end at once. */
const keptAhead = 2;

/** Texts of which the other process is told in one message. */
const sentAtOnce = 128;

const program = fileURLToPath(new URL(`run-second-process${extname(import.meta.url)}`, import.meta.url));

/** Whether a build is to be shared. @param jobs what `--jobs` says */
export function isWorthSharing(texts: number, jobs: number | undefined): boolean {
  return jobs === undefined ? texts >= manyTexts && hasIdleProcessor() : jobs > 1;
}

/** Where all processors are busy, sharing costs more than it gives. Windows does not say how busy they are. */
function hasIdleProcessor(): boolean {
  const [lastMinute = 0] = loadavg();
  const processors = availableParallelism();
  return processors > 1 && lastMinute < processors - 0.5;
}

/** The second process is gone or cannot go on. The first can do everything itself, and says the same of what is wrong. */
export class SecondProcessLost extends Error {}

/** How the first process reads texts. */
export interface ReadingHere {
  readonly read: (files: readonly string[]) => void;
  /** What came of texts that were read here. */
  readonly pack: (files: readonly string[]) => SharedTexts;
  /** Takes what came of texts there. */
  readonly adopt: (texts: SharedTexts) => void;
}

/** The second process as the first sees it. */
export class SecondProcess {
  /** Rendered texts, also those of the other process. */
  readonly bodies: BodyStore;
  /** Pages that the second process has made. */
  pages = 0;
  private readonly child: ChildProcess;
  /** Orders that wait for their report. */
  private open = 0;
  private takeNext: () => Order | undefined = () => undefined;
  private onReport: (report: Report) => void = () => undefined;
  private lost: SecondProcessLost | undefined;
  private wake = (): void => undefined;

  constructor(setup: Setup) {
    const [own, other] = [openUnnamed(), openUnnamed()];
    this.bodies = new BodyStore({ own, other });
    this.child = fork(program, {
      serialization: "advanced",
      // Nothing of how this process was started.
      execArgv: [],
      // Else glibc keeps what each thread of V8 has freed: a fifth of what the process takes.
      env: { ...process.env, MALLOC_ARENA_MAX: "1" },
      stdio: ["ignore", "ignore", "ignore", "ipc", own, other],
    });
    this.child.on("message", (report: Report) => this.hear(report));
    this.child.on("error", (error) => this.lose(error.message));
    this.child.on("exit", (code, signal) => this.lose(`it ended with ${signal ?? code}`));
    // A build that has come to its end does not wait for it.
    this.child.unref();
    this.child.channel?.unref();
    process.once("exit", this.stop);
    this.send({ name: "setup", ...setup });
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Shares reading. */
  async read(files: readonly string[], here: ReadingHere): Promise<void> {
    this.onReport = (report) => report.name === "texts" && here.adopt(report);
    const slices = this.offer(files, keptAhead, (slice) => ({ name: "read", files: slice }));
    const own: string[] = [];
    await this.workOff(slices, (slice) => {
      here.read(slice);
      own.push(...slice);
    });
    // Not before: the other process is to read as long as there is something to read.
    for (let at = 0; at < own.length; at += sentAtOnce)
      this.send({ name: "texts", ...here.pack(own.slice(at, at + sentAtOnce)) });
    this.send({ name: "assemble" });
  }

  /** Tells what only this process could find out. */
  prepare(parts: SharedParts): void {
    this.send({ name: "parts", parts });
  }

  /** Hands out pages: most of what is left is taken from here by `workOff`. @param onMade is given what has been made there */
  offerPages<Page extends { readonly permalink: SharedParts["socialImages"][number] }>(
    pages: readonly Page[],
    onMade: (share: MadeShare, count: number) => void,
  ): Page[][] {
    this.onReport = (report) => {
      if (report.name !== "rendered") return;
      this.pages += report.count;
      onMade(report.share, report.count);
    };
    // This process may be busy with one long file for seconds.
    const ahead = Math.max(1, Math.floor((pages.length / sliceSize) * 0.4));
    return this.offer(pages, ahead, (slice) => ({
      name: "render",
      permalinks: slice.map(({ permalink }) => permalink),
    }));
  }

  /** Works on slices from their beginning, while the other process takes them from their end, until all are done. */
  async workOff<Item>(slices: Item[][], work: (slice: Item[]) => unknown): Promise<void> {
    for (let slice = slices.shift(); slice; slice = slices.shift()) {
      await work(slice);
      await immediate();
      if (this.lost) throw this.lost;
    }
    await this.rest();
  }

  /** How long making files took there, in milliseconds by kind. */
  async finish(): Promise<ReadonlyMap<string, number>> {
    let times: ReadonlyMap<string, number> | undefined;
    this.onReport = (report) => {
      if (report.name === "finished") times = report.times;
    };
    this.order({ name: "finish" });
    await this.rest();
    if (!times) throw new SecondProcessLost("it has made nothing");
    return times;
  }

  /** Comes back when the process is gone. */
  async end(): Promise<void> {
    const isGone = this.child.exitCode !== null || this.child.signalCode !== null || this.child.pid === undefined;
    const gone = isGone ? undefined : once(this.child, "exit");
    this.stop();
    this.child.ref();
    await gone;
    this.bodies.close();
  }

  private readonly stop = (): void => {
    process.off("exit", this.stop);
    this.child.kill("SIGKILL");
  };

  private offer<Item>(items: readonly Item[], ahead: number, orderOf: (slice: Item[]) => Order): Item[][] {
    const count = Math.ceil(items.length / sliceSize);
    const slices = Array.from({ length: count }, (_, index) => items.slice(index * sliceSize, (index + 1) * sliceSize));
    this.takeNext = () => {
      const slice = slices.pop();
      return slice && orderOf(slice);
    };
    for (let given = 0; given < ahead; given++) this.giveNext();
    return slices;
  }

  private giveNext(): void {
    const order = this.takeNext();
    if (order) this.order(order);
  }

  private order(order: Order): void {
    this.open++;
    this.send(order);
  }

  /** Whoever waits for its report hears that the process is lost. */
  private send(order: Order): void {
    if (this.lost) return;
    this.child.send(order, (error) => error && this.lose(error.message));
  }

  private hear(report: Report): void {
    if (report.name === "failed") {
      this.lose(report.why);
      return;
    }
    this.open--;
    this.onReport(report);
    if (this.open < keptAhead) this.giveNext();
    this.wake();
  }

  /** Waits for the reports of all orders. */
  private async rest(): Promise<void> {
    this.child.channel?.ref();
    while (this.open > 0 && !this.lost)
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    this.child.channel?.unref();
    if (this.lost) throw this.lost;
  }

  private lose(why: string): void {
    this.lost ??= new SecondProcessLost(why);
    this.wake();
  }
}
