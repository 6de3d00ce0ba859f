/** What can be wrong with a setting. */
export interface EndpointSettingTexts {
  readonly missing: (name: string) => string;
  readonly short: (names: readonly string[], least: number) => string;
  readonly wholeNumber: (name: string) => string;
  /** A number that is too small; `least` is a number or the name of another setting. */
  readonly atLeast: (name: string, least: number | string) => string;
  readonly webAddress: (name: string) => string;
  readonly choice: (name: string, choices: readonly string[]) => string;
  readonly port: (name: string) => string;
  readonly networks: (name: string) => string;
  readonly database: (name: string) => string;
  /** An address of PostgreSQL that cannot be read. */
  readonly encoding: (name: string) => string;
  /** A file on a platform that keeps none. */
  readonly lostFile: (name: string) => string;
  /** A file that should hold a secret. */
  readonly secretFile: (path: string, least: number) => string;
}
