import type { SetupDoctorTexts } from "../types/doctor.ts";

export const doctorTexts: SetupDoctorTexts = {
  versions: ({ praktika, node, system }) => `Praktika ${praktika}, Node ${node}, ${system}.`,
  noArchive: (root) =>
    `There is no archive in ${root} or above it: content/site.yaml is missing. Go to its folder, or begin one with npx praktika init.`,
  archive: (root, practices) => `The archive is in ${root}; texts of practices: ${practices}.`,
  rights: "Everything in the archive can be read, and its folders can be written.",
  moreRefused: (count) => `The same holds for more files: ${count}.`,
  space: (free) => `There is enough space on the disk: ${free}.`,
  littleSpace: (free, path) =>
    `There is little space on the disk: ${free}. Free some; ${path} may be deleted, the next build makes it anew.`,
  fewFiles: (free) =>
    `The disk has room for few more files: ${free}. Delete some, or move the archive to another disk.`,
  watches: "The system reports changed files, so that npx praktika dev shows them at once.",
  noWatches: (reason) =>
    `The system does not watch so many files (${reason}): use npx praktika dev --poll, or raise the limit (Linux: sudo sysctl fs.inotify.max_user_watches=524288).`,
  silentDisk:
    "The disk reports no changed files, as network disks and some containers do: use npx praktika dev --poll.",
  git: "The archive is in git, and no secret of it is.",
  noGit:
    "Git is not installed. Nothing needs it; with it every change can be undone, and texts have the day of their last change: https://git-scm.com",
  noRepository: "The archive is not in git. Nothing needs it; with it every change can be undone: git init",
  gitRefuses: (reason) => `Git refuses the folder: ${reason}`,
  shallow:
    "Only the newest part of the history is here, so old texts seem to be new: git fetch --unshallow (in a workflow: fetch-depth: 0).",
  secretInGit: (paths) =>
    `A secret or votes are in git: ${paths}. Take them out with git rm --cached, then change the secret: the history keeps it.`,
  packageElsewhere: (path) =>
    `package.json takes Praktika from ${path}, which the host that builds the site does not have. Copy the package (.tgz) into the archive, and install it from there: npm install ./praktika-….tgz`,
  noLock:
    "There is no package-lock.json, without which the host that builds the site installs nothing. Run npm install, and put the file into git.",
  works: (feature) => `${feature} works.`,
  absent: (feature, command) => `${feature} is not installed. Who needs it: ${command}`,
  broken: (feature, reason, command) => `${feature} does not work here (${reason}). Install it again: ${command}`,
  noNominations: "The archive takes no nominations, so there is no endpoint to ask.",
  noAddress: "site.yaml has no address of the site (baseUrl) yet, so there is no endpoint to ask.",
  endpoint: (address) =>
    `The nomination endpoint at ${address} answers. npx praktika votes doctor ${address} tries votes.`,
  noEndpoint: (address, reason) => `${address}: ${reason} More: npx praktika votes doctor ${address}`,
  clock: (minutes) => `The clock here and that of the endpoint differ by ${minutes} min. Set both by the network.`,
  well: "All is well.",
  ill: "Not all is well: see ✗.",
};
