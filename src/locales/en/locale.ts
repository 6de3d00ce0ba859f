import type { Locale } from "../locale.ts";
import { body } from "./body.ts";
import { cli } from "./cli.ts";
import { compare } from "./compare.ts";
import { data } from "./data.ts";
import { dev } from "./dev.ts";
import { diagnostics } from "./diagnostics.ts";
import { fields } from "./fields.ts";
import { language } from "./language.ts";
import { offline } from "./offline.ts";
import { refusals } from "./refusals.ts";
import { sections } from "./sections.ts";
import { severities } from "./severities.ts";
import { site } from "./site.ts";
import { unreadable } from "./unreadable.ts";
import { writing } from "./writing.ts";

export const locale = {
  language,
  site,
  compare,
  data,
  offline,
  body,
  sections,
  writing,
  cli,
  dev,
  diagnostics,
  severities,
  unreadable,
  refusals,
  fields,
} satisfies Locale;
