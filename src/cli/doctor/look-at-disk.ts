import { accessSync, constants, existsSync, readdirSync, statfsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { formatBytes, formatCount } from "../../core/language/format.ts";
import type { Language } from "../../core/language/language.ts";
import type { SetupDoctorTexts } from "../../locales/types/doctor.ts";
import type { Folders } from "../../site/folders.ts";
import { describeRefusal } from "../describe-refusal.ts";
import { fine, type Looking, type Remark, wrong } from "./remark.ts";

/** A build of a large archive with its printed sheets. */
const enoughBytes = 500_000_000;
/** Files of such a site, and those of a cache. */
const enoughFiles = 20_000;
const maxShown = 5;

/** Whether all of an archive can be read, and what commands write can be written. */
export function lookAtRights({ folders, locale }: Looking): readonly Remark[] {
  const refusals = [...pathsToRead(folders), ...pathsToWrite(folders)].flatMap(([path, mode]) => {
    try {
      accessSync(path, mode);
      return [];
    } catch (error) {
      const shown = Object.assign(error as NodeJS.ErrnoException, { path: relative(folders.root, path) || path });
      return describeRefusal(shown, locale) ?? [];
    }
  });
  return remarksOn(refusals, locale.cli.doctor);
}

/** The first refusals, and how many there are beside them. */
export function remarksOn(
  refusals: readonly string[],
  texts: Pick<SetupDoctorTexts, "rights" | "moreRefused">,
): readonly Remark[] {
  if (refusals.length === 0) return [fine(texts.rights)];
  const more = refusals.length - maxShown;
  const rest = more > 0 ? [wrong(texts.moreRefused(more))] : [];
  return [...refusals.slice(0, maxShown).map(wrong), ...rest];
}

type Asked = readonly [path: string, mode: number];

function pathsToRead({ content, templates, root }: Folders): readonly Asked[] {
  return [content.folder, ...templates.filter((folder) => dirname(folder) === root)].flatMap((folder) => walk(folder));
}

function walk(folder: string): readonly Asked[] {
  const own: Asked = [folder, constants.R_OK | constants.X_OK];
  if (!existsSync(folder)) return [];
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const below = entries.flatMap((entry): readonly Asked[] => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return walk(path);
      return entry.isFile() ? [[path, constants.R_OK]] : [];
    });
    return [own, ...below];
  } catch {
    return [own];
  }
}

/** Folders that commands write to, or those above them where they are not there yet; and what a build renews. */
function pathsToWrite({ content, out, state }: Folders): readonly Asked[] {
  const renewed = ["cache", "manifests", "pdf"].map((name) => join(state, name)).filter(existsSync);
  const folders = [content.folder, out, state, ...renewed].map(nearestExisting);
  return [...new Set(folders)].map((folder) => [folder, constants.W_OK]);
}

function nearestExisting(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestExisting(dirname(folder));
}

/** Whether the disk of an archive has room, for bytes and for files. */
export function lookAtSpace({ folders, locale }: Looking): Remark {
  const { cli, language } = locale;
  const { bavail, bsize, files, ffree } = statfsSync(nearestExisting(folders.root));
  const free = formatSpace(bavail * bsize, language);
  if (bavail * bsize < enoughBytes) return wrong(cli.doctor.littleSpace(free, join(folders.state, "cache")));
  // Some disks do not count files.
  if (files > 0 && ffree < enoughFiles) return wrong(cli.doctor.fewFiles(formatCount(ffree, language)));
  return fine(cli.doctor.space(free));
}

function formatSpace(bytes: number, language: Language): string {
  const gigabytes = Math.floor(bytes / 1_000_000_000);
  return gigabytes > 0 ? `${formatCount(gigabytes, language)}\u00a0GB` : formatBytes(bytes, language);
}
