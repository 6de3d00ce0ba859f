import { refusalKindOf } from "../../core/diagnostics/refusal.ts";
import type { OutputTexts } from "../types/diagnostics.ts";
import { plural } from "./plural.ts";
import { refusals } from "./refusals.ts";

const folderReasons = {
  "contains-content": "в нея е папката със съдържанието или с шаблоните",
  "inside-content": "тя е вътре в папката със съдържанието или с шаблоните",
  "not-a-folder": "има файл с това име",
};

const refusal = (code: string) => refusals[refusalKindOf(code) ?? "other"](code);

/** What the output folder does not let a build do. */
export const outputDiagnostics: OutputTexts = {
  "output/symlink": ({ path }) => ({
    message: `${path} в папката на готовия сайт е символна връзка; Praktika не пише през нея.`,
    hint: "Махнете връзката или изберете друга папка с --out.",
  }),
  "output/occupied": ({ path }) => ({
    message: `${path} в папката на готовия сайт стои там, където трябва да бъде страница, и не е от Praktika.`,
    hint: "Преместете го или изберете друга папка с --out.",
  }),
  "output/unwritable": ({ path, code }) => {
    const { reason, remedy } = refusal(code);
    return { message: `${path} не може да се запише: ${reason}.`, hint: remedy };
  },
  "output/unfinished": ({ path, code }) => {
    const { reason, remedy } = refusal(code);
    return {
      message: `Само част от новия сайт е на мястото си: ${path} не може да се запише: ${reason}.`,
      hint: `${remedy} Следващото изграждане първо ще довърши това.`,
    };
  },
  "output/left": ({ path }) => ({
    message: `${path} вече не е част от сайта, но някой го е променил след изграждането, затова остава в папката на готовия сайт.`,
    hint: "Ако не е нужен, изтрийте го.",
  }),
  "output/unknown": ({ path, count }) => ({
    message:
      count === 1
        ? `${path} в папката на готовия сайт не е част от сайта. Не се знае кой е записал този файл, затова той остава достъпен за всички.`
        : `${plural(count, "файл", "файла")} в папката на готовия сайт, например ${path}, не са част от сайта. Не се знае кой ги е записал, затова те остават достъпни за всички.`,
    hint: "Какво е записано при изграждане, се помни в .praktika/, а тази папка е изтрита или в нея не може да се пише. Ако файловете са останали от по-старо изграждане, изтрийте папката на готовия сайт и изградете сайта отново.",
  }),
  "output/unsafe-folder": ({ reason }) => ({
    message: `Сайтът не може да бъде записан там: ${folderReasons[reason]}.`,
    hint: "Изберете друга папка с --out, например --out dist.",
  }),
};
