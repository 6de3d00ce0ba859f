/** What `praktika new` asks and says. */
export interface NewTexts {
  readonly intro: string;
  readonly titleNeeded: string;
  readonly noMunicipality: (name: string, nearest: string | undefined) => string;
  readonly severalMunicipalities: (name: string, codes: string) => string;
  readonly noTheme: (id: string, nearest: string | undefined, known: string) => string;
  readonly noAddress: (written: string) => string;
  readonly noPractice: (id: string, nearest: string | undefined) => string;
  readonly allLanguages: (id: string) => string;
  readonly notOfSite: (language: string, known: string) => string;
  readonly exists: (path: string) => string;
  readonly namesake: (path: string, id: string) => string;
  readonly stopped: string;
  readonly written: string;
}
