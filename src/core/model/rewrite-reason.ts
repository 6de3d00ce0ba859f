/** Why a file was written: what it is made of that has changed; it was not there; or its kind is made at every build. */
export type Reason =
  | "text"
  | "rows"
  | "values"
  | "program"
  | "options"
  | "site"
  | "themes"
  | "places"
  | "media"
  | "templates"
  | "assets"
  | "navigation"
  | "new"
  | "content"
  | "damaged";
