import type { OfflineTexts } from "../types/offline.ts";

export const offline: OfflineTexts = {
  title: "The archive offline",
  intro:
    "Pages that you open stay on this device and can be read without a connection to the internet. You can keep the whole archive as well.",
  unscripted:
    "Keeping pages needs a script, which is switched off or was not loaded. A single page can be saved from the menu of the browser, too.",
  unsupported:
    "This browser keeps no pages for reading offline. That is so in a private window, in older browsers, and where the address does not begin with https.",
  missing: "The page that you asked for is not kept on this device, and there is no network.",
  again: "Try again",
  archiveTitle: "The whole archive",
  holds:
    "All pages in all languages with the files attached to them, the search, the comparison and the selection for print. Not in it are the printed PDF files, the documents “All practices for print” and the open data.",
  loading: "Looking at what is kept…",
  unreachable: "There is no network, and the whole archive is not kept on this device.",
  unreachableKept: "There is no network. {files} files of the archive are kept on this device.",
  absent: "Not kept yet. It will take up {size} on the device (files: {files}).",
  partial: "Kept in part: {keptSize} of {size} (files: {keptFiles} of {files}).",
  older: "Kept, but the site has changed since: {missingSize} to renew (files: {missingFiles}).",
  complete: "Kept as a whole: {size} (files: {files}). It can be read without a network.",
  keep: "Keep the whole archive ({size})",
  finish: "Finish keeping it ({missingSize})",
  renew: "Renew ({missingSize})",
  stop: "Stop",
  remove: "Remove from the device",
  progressLabel: "Keeping the archive",
  progress: "{keptSize} of {size} (files: {keptFiles} of {files})",
  started: "The archive is being kept. Leave this page open.",
  stopped: "Stopped. What is kept stays, and you can finish another time.",
  noNetwork: "The connection was lost. What is kept stays, and you can finish another time.",
  noSpace: "The device has no room for the whole archive. What is kept so far stays.",
  incomplete: "Some files could not be kept. Try again later.",
  removed: "The archive has been removed from the device.",
  visitedTitle: "Pages you have opened",
  visitedIntro: "They open without a network.",
  visitedNone: "There are none yet.",
  forget: "Forget the pages I opened",
  forgotten: "The pages that you opened have been removed from the device.",
};
