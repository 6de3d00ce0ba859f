import { rmSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { refusalKindOf } from "../../core/diagnostics/refusal.ts";
import { watchSite } from "../../dev/watch-site.ts";
import { makeFolder } from "../../state/make-folder.ts";
import { fine, type Looking, type Remark, wrong } from "./remark.ts";

/** Disks that report changes do so within milliseconds. */
const silentAfterMs = 3_000;

/** Watches all files as the development server does, and waits for the report of one that changes. */
export async function lookAtWatching({ folders, locale }: Looking): Promise<Remark> {
  const texts = locale.cli.doctor;
  const { promise: refusal, resolve: refuse } = Promise.withResolvers<string>();
  const watching = watchSite(folders, () => undefined, refuse);
  // After a refusal it may never be ready.
  const refused = await Promise.race([refusal, watching.ready]);
  await watching.close();
  if (typeof refused === "string") return wrong(texts.noWatches(refused));
  try {
    return (await isToldOfChanges(folders.state)) ? fine(texts.watches) : wrong(texts.silentDisk);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    // Where nothing may be written another line says so.
    if (code === "ENOSPC" || refusalKindOf(code) === "tooMany") return wrong(texts.noWatches(code));
    return fine(texts.watches);
  }
}

async function isToldOfChanges(folder: string): Promise<boolean> {
  makeFolder(folder);
  const file = join(folder, `doctor.${process.pid}.part`);
  const watcher = watch(folder);
  const tried = new AbortController();
  try {
    const noticed = new Promise<boolean>((resolve, reject) => {
      watcher.once("change", () => resolve(true));
      watcher.once("error", reject);
    });
    writeFileSync(file, "");
    const silence = wait(silentAfterMs, false, { signal: tried.signal }).catch(() => false);
    return await Promise.race([noticed, silence]);
  } finally {
    tried.abort();
    watcher.close();
    rmSync(file, { force: true });
  }
}
