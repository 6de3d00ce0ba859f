import { cpus, release, totalmem, type } from "node:os";

/** Cores, processor, memory and system in one line. */
export function describeMachine(): string {
  const all = cpus();
  const model = all[0]?.model.replace(/\s+/g, " ").trim() || process.arch;
  return `${all.length} cores (${model}), ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${type()} ${release()}`;
}
