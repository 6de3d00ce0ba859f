import type { OfflineTexts } from "../types/offline.ts";

export const offline: OfflineTexts = {
  title: "The archive offline",
  intro:
    "Pages that you open are saved on this device, so you can read them without an internet connection. You can also save the whole archive.",
  unscripted:
    "Saving pages needs a script, which is switched off or was not loaded. You can also save a single page from the browser menu.",
  unsupported:
    "This browser cannot save pages for reading offline. This happens in private windows, in older browsers, and when the address does not begin with https.",
  missing: "The page you asked for is not saved on this device, and there is no internet connection.",
  again: "Try again",
  archiveTitle: "The whole archive",
  holds:
    "All pages with the files attached to them, the search, the comparison and the print selection. The printed PDF files, the documents “All practices to print” and the open data are not included.",
  loading: "Checking what is saved…",
  unreachable: "There is no internet connection, and the whole archive is not saved on this device.",
  unreachableKept: "There is no internet connection. {files} files of the archive are saved on this device.",
  absent: "Not saved yet. It will take up {size} on the device (files: {files}).",
  partial: "Partly saved: {keptSize} of {size} (files: {keptFiles} of {files}).",
  older: "Saved, but the site has changed since: {missingSize} to update (files: {missingFiles}).",
  complete: "Completely saved: {size}, {files} files. You can read it offline.",
  keep: "Save the whole archive ({size})",
  finish: "Finish saving ({missingSize})",
  renew: "Update ({missingSize})",
  stop: "Stop",
  remove: "Remove from the device",
  progressLabel: "Saving the archive",
  progress: "{keptSize} of {size} (files: {keptFiles} of {files})",
  started: "The archive is being saved. Leave this page open.",
  stopped: "Stopped. What is saved stays, and you can finish another time.",
  noNetwork: "The connection was lost. What is saved stays, and you can finish another time.",
  noSpace: "The device has no room for the whole archive. What is saved so far stays.",
  incomplete: "Some files could not be saved. Try again later.",
  removed: "The archive has been removed from the device.",
  visitedTitle: "Pages you have opened",
  visitedIntro: "They open offline.",
  visitedNone: "None yet.",
  forget: "Forget the pages I opened",
  forgotten: "The pages that you opened have been removed from the device.",
};
