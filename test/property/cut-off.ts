import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";

/*
 * Counts every operation that changes a file below some folders, and lets an accident happen at one of them. It stands below
 * node:fs, so that the program knows nothing of it: in the process of a test, or loaded before the program (`node --import`).
 */

/**
 * What happens: the process ends before the operation, or in the middle of it; the disk is full from then on; this one operation
 * is refused; or somebody presses Ctrl+C.
 */
export type Accident = "kill" | "torn" | "full" | "refused" | "interrupt";

export interface Plan {
  /** Absolute paths. */
  readonly folders: readonly string[];
  readonly accident?: Accident;
  /** Which operation, from 0. */
  readonly at?: number;
  /** True: the process is really killed. Else nothing that it does from then on reaches the disk, which leaves the same behind. */
  readonly isReal?: boolean;
}

type Call = (...args: never[]) => unknown;

const functions = fs as unknown as Record<string, Call>;
const originals = { ...fs };
const hooked = [
  ..."openSync writeSync writeFileSync mkdirSync renameSync rmSync rmdirSync unlinkSync copyFileSync utimesSync".split(
    " ",
  ),
  ..."open write writev".split(" "),
];
/** Operations that need space. */
const needsSpace = /^(open|write|mkdir|copyFile)/;
/** Operations of several steps. */
const isLong = /^(writeSync|writeFileSync|rmSync|mkdirSync)$/;

/** The operations at which an accident can happen. */
export function placesOf(accident: Accident, operations: readonly string[]): readonly number[] {
  const all = [...operations.keys()];
  if (accident === "torn") return all.filter((at) => isLong.test(operations[at] ?? ""));
  if (accident === "full") return all.filter((at) => needsSpace.test(operations[at] ?? ""));
  return all;
}

/** Hooks into node:fs. Returns the names of the operations as they happen, and what takes the hooks away again. */
export function hookIn(plan: Plan): { readonly operations: readonly string[]; readonly release: () => void } {
  const hook = new Hook(plan);
  for (const name of hooked) functions[name] = hook.wrap(name, originals[name as keyof typeof originals] as Call);
  syncBuiltinESMExports();
  const release = (): void => {
    Object.assign(fs, Object.fromEntries(hooked.map((name) => [name, originals[name as keyof typeof originals]])));
    syncBuiltinESMExports();
  };
  return { operations: hook.operations, release };
}

class Hook {
  readonly operations: string[] = [];
  private readonly plan: Plan;
  private readonly opened = new Set<unknown>();
  private isDead = false;

  constructor(plan: Plan) {
    this.plan = plan;
  }

  wrap(name: string, original: Call): Call {
    return (...args: never[]) => {
      const isOurs = this.concerns(name, args);
      const error = isOurs ? this.strike(name, args) : undefined;
      if (error && name.endsWith("Sync")) throw error;
      if (error) return process.nextTick(args.at(-1) as unknown as Call, error as never);
      if (!isOurs || !name.startsWith("open")) return original(...args);
      if (name === "openSync") return this.note(original(...args));
      const callback = args.at(-1) as unknown as (failure: unknown, file: unknown) => void;
      const noted = (failure: unknown, file: unknown): void => callback(failure, this.note(file));
      return original(...args.slice(0, -1), noted as never);
    };
  }

  private note(file: unknown): unknown {
    this.opened.add(file);
    return file;
  }

  private concerns(name: string, [first, flags]: readonly unknown[]): boolean {
    if (typeof first === "number") return this.opened.has(first);
    if (name.startsWith("open") && (flags === undefined || flags === "r")) return false;
    return this.plan.folders.some((folder) => `${String(first)}/`.startsWith(`${folder}/`));
  }

  /** Undefined if the operation goes on. */
  private strike(name: string, args: readonly unknown[]): Error | undefined {
    const at = this.operations.push(name) - 1;
    const { accident, at: planned = -1, isReal } = this.plan;
    if (this.isDead) return fail("ENOTSUP", args);
    if (accident === "full" && planned >= 0 && at >= planned && needsSpace.test(name)) return fail("ENOSPC", args);
    if (at !== planned) return undefined;
    if (accident === "refused") return fail("EACCES", args);
    if (accident === "interrupt") process.kill(process.pid, "SIGINT");
    if (accident === "torn") tear(name, args);
    if (accident !== "kill" && accident !== "torn") return undefined;
    if (isReal) process.kill(process.pid, "SIGKILL");
    this.isDead = true;
    return fail("ENOTSUP", args);
  }
}

function fail(code: string, [first]: readonly unknown[]): Error {
  const path = typeof first === "number" ? {} : { path: String(first) };
  return Object.assign(new Error(`${code}: an accident`), { code, ...path });
}

/** The first half of an operation. */
function tear(name: string, args: readonly unknown[]): void {
  const [first, content] = args as [string | number, string | Uint8Array];
  const half = typeof content === "object" ? content.subarray(0, content.length / 2) : String(content).slice(0, 100);
  if (name === "writeSync") originals.writeSync(first as number, half as Uint8Array);
  if (name === "writeFileSync") originals.writeFileSync(first, half);
  if (name === "mkdirSync") originals.mkdirSync(join(String(first), ".."), { recursive: true });
  if (name === "rmSync" && fs.statSync(first as string, { throwIfNoEntry: false })?.isDirectory()) {
    const files = fs
      .readdirSync(first as string, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile());
    for (const entry of files.slice(0, files.length / 2)) originals.unlinkSync(join(entry.parentPath, entry.name));
  }
}

const { CUT_OFF } = process.env;
if (CUT_OFF) hookIn(JSON.parse(CUT_OFF));
