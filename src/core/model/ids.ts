declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type PracticeId = Branded<"PracticeId">;
export type PageId = Branded<"PageId">;
export type IssueId = Branded<"IssueId">;
export type ThemeId = Branded<"ThemeId">;
export type MunicipalityCode = Branded<"MunicipalityCode">;
export type ProvinceCode = Branded<"ProvinceCode">;

/** A site path that begins with a slash and, for pages, ends in one: `/bg/practices/x/`. */
export type Permalink = Branded<"Permalink">;
