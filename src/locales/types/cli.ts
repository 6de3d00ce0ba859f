import type { UsualSection } from "../../core/model/body.ts";
import type { ReasonKind } from "../../core/model/rewrite-reason.ts";
import type { SetupDoctorTexts } from "./doctor.ts";
import type { EndpointSettingTexts } from "./endpoint-settings.ts";
import type { ImportCliTexts } from "./import.ts";
import type { InitTexts } from "./init.ts";
import type { NewTexts } from "./new.ts";
import type { PublishTexts } from "./publish.ts";
import type { RenameTexts } from "./rename.ts";
import type { TemplatesTexts } from "./templates.ts";
import type { VotesTexts } from "./votes.ts";

/** What the command line says beside diagnostics. */
/** What hosts limit: the number of files, their size together, the size of one. */
export type HostLimitKind = "files" | "bytes" | "largest";

export interface CliTexts {
  readonly usage: string;
  readonly commandsTitle: string;
  readonly optionsTitle: string;
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly options: Readonly<Record<OptionName, string>>;
  /** Options that mean something else in some commands than elsewhere. */
  readonly ownOptions: Readonly<Partial<Record<CommandName, Readonly<Partial<Record<OptionName, string>>>>>>;
  readonly moreHelp: string;
  readonly unknownCommand: (name: string, nearest: string | undefined) => string;
  readonly unknownOption: (name: string, nearest: string | undefined) => string;
  readonly missingValue: (name: string) => string;
  readonly invalidValue: (name: string, value: string, allowed: string) => string;
  readonly unexpectedArgument: (value: string) => string;
  readonly missingArgument: (expected: string) => string;
  readonly noFolder: (path: string) => string;
  readonly reading: string;
  readonly rendering: string;
  readonly built: (counts: BuildCounts) => string;
  readonly checked: (counts: CheckCounts) => string;
  readonly findings: (errors: number, warnings: number) => string;
  /** So many more findings of a kind are in the file. */
  readonly moreOfKind: (count: number, code: string) => string;
  readonly inFiles: (count: number) => string;
  readonly noRepository: string;
  readonly fixStaged: string;
  readonly baselineWritten: (path: string, findings: number) => string;
  readonly baselineUsed: (path: string, findings: number) => string;
  readonly baselineUnreadable: (path: string) => string;
  readonly notBuilt: string;
  readonly notFinished: string;
  /** Another build of the same archive is running. */
  readonly waiting: string;
  /** What the machine refuses, with the reason and what to do about it. */
  readonly refused: (path: string, reason: string, remedy: string) => string;
  /** Of a size, such as “12 MB”. */
  readonly bundled: (size: string) => string;
  readonly serving: (url: string) => string;
  readonly developing: (url: string, seconds: string) => string;
  readonly otherPort: (wanted: number, port: string) => string;
  /** A change that the development server has taken in. */
  readonly taken: (taken: {
    readonly time: string;
    readonly files: string;
    /** Files that are not named. */
    readonly more: number;
    readonly milliseconds: number;
    readonly errors: number;
  }) => string;
  /** The system does not tell of changes. */
  readonly notWatching: (reason: string) => string;
  readonly nothingToServe: (path: string) => string;
  readonly portTaken: (port: number) => string;
  readonly tallyMended: (practices: number) => string;
  readonly printing: string;
  readonly asking: string;
  readonly sheetsPrinted: (counts: SheetCounts) => string;
  readonly nothingToPrint: string;
  readonly unknownPractice: (id: string, nearest: string | undefined) => string;
  /** With the name of the language. */
  readonly notInLanguage: (id: string, name: string) => string;
  readonly sheetPaper: string;
  readonly notTogether: (first: string, second: string) => string;
  readonly onlyWith: (option: string, others: string) => string;
  readonly unknownTerm: (term: string, nearest: string | undefined) => string;
  readonly emptySelection: string;
  readonly printingBook: (book: string) => string;
  readonly bookPrinted: (path: string, pages: number) => string;
  readonly unknownIssue: (id: string, nearest: string | undefined) => string;
  readonly emptyIssue: (id: string) => string;
  /** With what the system said. */
  readonly fixed: (files: number, isDry: boolean) => string;
  readonly completeness: {
    /** What a practice lacks beside fields. */
    readonly parts: Readonly<Record<UsualSection | "translation", string>>;
    readonly summary: (whole: number, all: number) => string;
  };
  readonly init: InitTexts;
  readonly new: NewTexts;
  readonly rename: RenameTexts;
  readonly doctor: SetupDoctorTexts;
  readonly publish: PublishTexts;
  readonly templates: TemplatesTexts;
  readonly import: ImportCliTexts;
  readonly votes: VotesTexts;
  /** What is wrong with the settings of the endpoint. */
  readonly settings: EndpointSettingTexts;
  readonly stages: (list: string) => string;
  /** The heads of the table of `--stats`: kind, files, size, seconds; and what its last line is called. */
  readonly statsHeads: readonly [kind: string, files: string, size: string, seconds: string];
  readonly statsTotal: string;
  /** A site has come near to what a host takes, or past it. */
  readonly nearLimit: Readonly<
    Record<
      HostLimitKind,
      (limit: { readonly is: string; readonly max: string; readonly host: string; readonly path: string }) => string
    >
  >;
  /** A file that was written, and why. */
  readonly rewritten: (path: string, reasons: string) => string;
  /** Packages that a feature needs are missing; with the command that installs them. */
  readonly notInstalled: (feature: string, command: string) => string;
  readonly features: Readonly<Record<"pdf" | "pictures" | "word" | "tables" | "toml" | "postgres" | "editing", string>>;
  /** What a built site lacks because packages are missing. */
  readonly builtWithoutPdfs: (command: string) => string;
  readonly builtWithoutPictures: (command: string) => string;
  /** Why it was; what follows the kind may be "". */
  readonly reasons: Readonly<Record<ReasonKind, (name: string) => string>>;
  /** So many reasons more. */
  readonly moreReasons: (count: number) => string;
  readonly fault: (message: string) => string;
  readonly faultHint: string;
}

export interface BuildCounts {
  readonly pages: number;
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly seconds: string;
}

export interface CheckCounts {
  readonly practices: number;
  readonly seconds: string;
}

export interface SheetCounts {
  /** By the browser, and just now. */
  readonly printed: number;
  readonly unchanged: number;
  readonly seconds: string;
  readonly folder: string;
}

/** A command of two words belongs to a group, which is its first word. */
export const commandNames = [
  "init",
  "build",
  "check",
  "new",
  "rename",
  "import",
  "schema",
  "dev",
  "serve",
  "pdf",
  "doctor",
  "publish",
  "templates list",
  "templates copy",
  "templates diff",
  "votes tally",
  "votes verify",
  "votes export",
  "votes revoke",
  "votes import",
  "votes move",
  "votes restore",
  "votes doctor",
  "votes audit",
] as const;
export type CommandName = (typeof commandNames)[number];

export type OptionName =
  | "root"
  | "content"
  | "out"
  | "profile"
  | "links"
  | "tally"
  | "drafts"
  | "bundle"
  | "format"
  | "port"
  | "innovator"
  | "municipality"
  | "themes"
  | "date"
  | "project-url"
  | "translate"
  | "map"
  | "update"
  | "split"
  | "dry-run"
  | "fix"
  | "report"
  | "only"
  | "staged"
  | "baseline"
  | "online"
  | "host"
  | "open"
  | "lang"
  | "all"
  | "issue"
  | "select"
  | "title"
  | "overview"
  | "impose"
  | "paper"
  | "print"
  | "no-cache"
  | "explain"
  | "stats"
  | "jobs"
  | "receipt"
  | "against"
  | "log"
  | "sequence"
  | "practice"
  | "day"
  | "last"
  | "poll"
  | "yes"
  | "list"
  | "copy"
  | "done"
  | "name"
  | "languages"
  | "url"
  | "publisher"
  | "nominations"
  | "no-nominations"
  | "to"
  | "verbose"
  | "version"
  | "help";
