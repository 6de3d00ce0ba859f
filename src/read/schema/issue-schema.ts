import { z } from "zod";
import { languages } from "../../core/language/language.ts";
import type { PracticeId } from "../../core/model/ids.ts";
import { bookPapers, issueOrders } from "../../core/model/issue.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import { choice, count, flag, kind, line, listOf, localized } from "./fields.ts";
import { municipality, theme } from "./vocabulary-fields.ts";

/** content/issues/<id>.yaml: a printed annual selection. */
export function createIssueSchema(vocabulary: Pick<Vocabulary, "themes" | "places">) {
  const query = z.strictObject({
    year: count().optional(),
    theme: theme(vocabulary).optional(),
    award: line().optional(),
    municipality: municipality(vocabulary).optional(),
  });
  const ids = z.array(line().transform((id) => id as PracticeId));
  return z.strictObject({
    title: localized(),
    subtitle: localized().optional(),
    year: count(),
    languages: listOf(choice(languages)).optional(),
    selection: z
      .unknown()
      .transform((value, context) => {
        // A union would report the problems of both forms; the value itself says which form was meant.
        const result = (Array.isArray(value) ? ids : query).safeParse(value);
        if (result.success) return result.data;
        for (const issue of result.error.issues) context.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue);
        return z.NEVER;
      })
      .meta({ ...kind("selection"), forms: [ids, query] }),
    order: choice(issueOrders).optional(),
    foreword: localized().optional(),
    imprint: z
      .strictObject({
        isbn: line().optional(),
        issn: line().optional(),
        editors: localized().optional(),
        licence: localized().optional(),
      })
      .optional(),
    paper: choice(bookPapers).optional(),
    bilingual: flag().optional(),
  });
}
