import { refusalKindOf } from "../../core/diagnostics/refusal.ts";
import type { OutputTexts } from "../types/diagnostics.ts";
import { plural } from "./plural.ts";
import { refusals } from "./refusals.ts";

const folderReasons = {
  "contains-content": "it contains the content or templates folder",
  "inside-content": "it lies inside the content or templates folder",
  "not-a-folder": "there is a file of that name",
};

const refusal = (code: string) => refusals[refusalKindOf(code) ?? "other"](code);

/** What the output folder does not let a build do. */
export const outputDiagnostics: OutputTexts = {
  "output/symlink": ({ path }) => ({
    message: `${path} in the output folder is a symbolic link; Praktika does not write through it.`,
    hint: "Remove the link, or choose another folder with --out.",
  }),
  "output/occupied": ({ path }) => ({
    message: `${path} in the output folder is in the place of a page, and Praktika did not write it.`,
    hint: "Move it away, or choose another folder with --out.",
  }),
  "output/unwritable": ({ path, code }) => {
    const { reason, remedy } = refusal(code);
    return { message: `${path} cannot be written: ${reason}.`, hint: remedy };
  },
  "output/unfinished": ({ path, code }) => {
    const { reason, remedy } = refusal(code);
    return {
      message: `Part of the new site is in place, part is not: ${path} cannot be written: ${reason}.`,
      hint: `${remedy} The next build begins by finishing this one.`,
    };
  },
  "output/left": ({ path }) => ({
    message: `${path} is no longer part of the site, but somebody has changed it since it was written, so it stays in the output folder.`,
    hint: "If it is not wanted, delete it.",
  }),
  "output/unknown": ({ path, count }) => ({
    message:
      count === 1
        ? `${path} in the output folder is not part of the site. It is not known who wrote this file, so it stays public.`
        : `${plural(count, "file", "files")} in the output folder, such as ${path}, are not part of the site. It is not known who wrote them, so they stay public.`,
    hint: "Builds keep what they wrote in .praktika/, which was deleted or could not be written. If these files are left from an earlier build, delete the output folder and build again.",
  }),
  "output/unsafe-folder": ({ reason }) => ({
    message: `The site cannot be written there: ${folderReasons[reason]}.`,
    hint: "Choose another folder with --out, for example --out dist.",
  }),
};
