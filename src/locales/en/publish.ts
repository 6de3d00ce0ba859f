import type { PublishTexts } from "../types/publish.ts";
import { plural } from "./plural.ts";

export const publishTexts: PublishTexts = {
  changed: ({ written, deleted }) =>
    `To upload: ${plural(written, "file", "files")}. To delete: ${plural(deleted, "file", "files")}.`,
  unchanged: "Nothing has changed since the last publication.",
  since: (time) => `Last publication: ${time}.`,
  never: "No publication has been noted yet, so all files are new.",
  hint: "--list names them (--format rsync or lftp: as these programs read it); --copy FOLDER copies those to upload.",
  afterwards: "When everything is on the host: npx praktika publish --done",
  notEmpty: (path) => `There are files in ${path} already. Choose a new folder for the copies.`,
  noted: (files) => `Noted as published: ${plural(files, "file", "files")}.`,
};
