import type { RefusalTexts } from "../types/refusals.ts";

const at = (path: string): string => (path === "" ? "" : `${path}: `);
const denied = (path: string): string =>
  `${at(path)}permission denied. Give it to your account with chown or chmod (after a run in a container the owner may be root), or choose another folder.`;
const full = (path: string): string => `${at(path)}no space left on the disk. Make room and run the command again.`;
const tooMany = (path: string): string =>
  `${at(path)}too many open files. Close other programs, or raise the limit with ulimit -n.`;

export const refusalTexts: RefusalTexts = {
  EACCES: denied,
  EPERM: denied,
  EROFS: (path) => `${at(path)}the disk is read-only. Choose a folder on another disk.`,
  ENOSPC: full,
  EDQUOT: full,
  ENOTDIR: (path) => `${at(path)}a file stands where a folder is needed. Name a folder, or move the file away.`,
  EISDIR: (path) => `${at(path)}a folder stands where a file is needed. Name a file, or move the folder away.`,
  EMFILE: tooMany,
  ENFILE: tooMany,
  EBUSY: (path) => `${at(path)}another program is using it. Close that program and run the command again.`,
};
