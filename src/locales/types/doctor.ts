/** What `praktika doctor` says; one line for each thing it looks at, with what to do where something is wrong. */
export interface SetupDoctorTexts {
  readonly versions: (versions: {
    readonly praktika: string;
    readonly node: string;
    readonly system: string;
  }) => string;
  readonly noArchive: (root: string) => string;
  readonly archive: (root: string, practices: number) => string;
  readonly rights: string;
  /** So many more files that cannot be read or written. */
  readonly moreRefused: (count: number) => string;
  readonly space: (free: string) => string;
  readonly littleSpace: (free: string, path: string) => string;
  readonly fewFiles: (free: string) => string;
  readonly watches: string;
  readonly noWatches: (reason: string) => string;
  /** The disk tells nobody of changes, as network disks do. */
  readonly silentDisk: string;
  readonly git: string;
  readonly noGit: string;
  readonly noRepository: string;
  readonly gitRefuses: (reason: string) => string;
  readonly shallow: string;
  readonly secretInGit: (paths: string) => string;
  /** package.json takes the program from a path that a host which builds the site does not have. */
  readonly packageElsewhere: (path: string) => string;
  readonly noLock: string;
  /** A feature works; with its name as in `features`. */
  readonly works: (feature: string) => string;
  readonly absent: (feature: string, command: string) => string;
  readonly broken: (feature: string, reason: string, command: string) => string;
  readonly noNominations: string;
  readonly noAddress: string;
  readonly endpoint: (address: string) => string;
  readonly noEndpoint: (address: string, reason: string) => string;
  readonly clock: (minutes: number) => string;
  readonly well: string;
  readonly ill: string;
}
