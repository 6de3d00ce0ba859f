import type { RefusalTexts } from "../types/refusals.ts";

export const refusals: RefusalTexts = {
  denied: () => ({
    reason: "permission denied",
    remedy:
      "Give it to your account with chown or chmod (after a run in a container the owner may be root), or choose another folder with --out.",
  }),
  full: () => ({ reason: "the disk is full", remedy: "Free some space, then run the command again." }),
  readOnly: () => ({
    reason: "the disk is read-only",
    remedy: "Choose a folder on another disk, for example with --out.",
  }),
  tooMany: () => ({
    reason: "too many files are open",
    remedy: "Close other programs or raise the limit (ulimit -n), then run the command again.",
  }),
  inTheWay: () => ({
    reason: "something else has its name",
    remedy: "Move it away, or choose another folder with --out.",
  }),
  other: (code) => ({
    reason: `the system says ${code}`,
    remedy: "Check the path and that its disk can be reached, then run the command again.",
  }),
};
