import type { Reason, ReasonKind } from "../../core/model/rewrite-reason.ts";

/** What the values of each source are to an editor, by the first word of its name. */
const kinds: Readonly<Record<string, ReasonKind>> = {
  record: "text",
  text: "text",
  practice: "list",
  page: "list",
  list: "list",
  language: "list",
  innovator: "list",
  neighbours: "neighbours",
  related: "neighbours",
  adoption: "adoptions",
  former: "list",
  votes: "nominations",
  tally: "nominations",
  version: "history",
  site: "site",
  theme: "theme",
  place: "place",
  map: "place",
  census: "place",
  fields: "fields",
  media: "media",
  data: "data",
  picture: "pictures",
  social: "pictures",
  pdf: "pdf",
  issues: "issue",
  foreword: "issue",
  template: "template",
  asset: "asset",
  address: "address",
  routes: "address",
};

/** Why a file was written that reads a value which has changed. */
export function reasonOf(source: string, key: string): Reason {
  const [word = "", language = ""] = source.split(" ");
  const kind = kinds[word] ?? "copied";
  const list = kind === "list" && language.includes("/") ? `${language} ` : "";
  return { kind, name: (list + key).trim() };
}
