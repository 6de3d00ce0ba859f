import type { LogFaultReason } from "../../core/protocol.ts";

/** What the commands on votes say. Counts arrive formatted, and where a word depends on one, as a number before it. */
export interface VotesTexts {
  readonly doctor: DoctorTexts;
  readonly noVotes: (store: string) => string;
  readonly storeFailed: (store: string, reason: string) => string;
  readonly total: (votes: number, shown: string, practices: string) => string;
  readonly asOf: (time: string) => string;
  readonly logHead: (rows: string, root: string) => string;

  readonly logOf: (name: string) => string;
  readonly readingLog: string;
  readonly notALog: (name: string) => string;
  readonly notARow: (name: string, line: number) => string;
  readonly chainHolds: (rows: string, root: string) => string;
  readonly fault: (reason: LogFaultReason, row: string) => string;
  readonly tallyAgrees: (votes: number, shown: string) => string;
  readonly publishedAgrees: (time: string, rows: string) => string;
  /** A practice that was renamed: beside the sentence that counts agree. */
  readonly countedTogether: (former: string, today: string) => string;
  readonly truncated: (rows: string, published: string, time: string) => string;
  /** The chain is whole, but it is another one than was published. */
  readonly rewritten: (row: string, time: string) => string;
  readonly difference: (practice: string, counted: string, said: string) => string;
  readonly proves: string;
  readonly notCompared: string;
  readonly notAReceipt: (receipt: string) => string;
  readonly receiptFound: (row: string, day: string, practice: string, revoked: boolean) => string;
  readonly receiptNotFound: string;

  readonly notWritable: (path: string, code: string) => string;

  readonly oneSelection: string;
  readonly practiceAndDay: string;
  readonly notAVote: (sequence: number) => string;
  readonly nothingToRevoke: string;
  readonly revokedBefore: (votes: number, shown: string) => string;
  readonly wouldRevoke: (votes: number, shown: string) => string;
  readonly revoked: (votes: number, shown: string) => string;

  readonly notACount: (file: string, place: number, value: string) => string;
  readonly contentHasErrors: string;
  readonly unknownPractice: (id: string, place: number) => string;
  readonly imported: (votes: number, shown: string, practices: string, source: string) => string;
  readonly importedBefore: (practices: number, shown: string, source: string) => string;
  readonly importDiffers: (practice: string, there: string, here: string) => string;

  readonly whereTo: string;
  readonly moving: string;
  readonly notWhole: (name: string, row: string) => string;
  readonly emptyLog: (name: string) => string;
  readonly notEmpty: (name: string) => string;
  readonly moved: (rows: number, shown: string, name: string) => string;
  readonly movedOtherwise: (name: string, from: string, to: string) => string;

  readonly auditTitle: string;
  readonly auditTotals: (votes: string, revoked: string, imported: string) => string;
  readonly auditColumns: Readonly<
    Record<"day" | "practice" | "votes" | "usual" | "revoked" | "revokedSince" | "imported", string>
  >;
  readonly burstsTitle: string;
  /** Of a day: more votes than this, and more than this many times the median of so many days before it. */
  readonly burstsRule: (limits: { votes: number; factor: number; days: number }) => string;
  readonly noBursts: string;
  readonly daysTitle: string;
  readonly auditWritten: (path: string) => string;
}

/** What `votes doctor` says; a status of 0 is no answer at all. */
export interface DoctorTexts {
  readonly notAnAddress: string;
  readonly unreachable: (code: string) => string;
  readonly noEndpoint: (address: string, status: number) => string;
  readonly healthy: string;
  readonly storeDown: string;
  readonly clock: (minutes: number) => string;
  readonly siteUnread: string;
  readonly noForm: (address: string, status: number) => string;
  readonly formLeads: string;
  readonly wrongPath: (address: string) => string;
  readonly noPicture: string;
  readonly cached: string;
  readonly formTaken: string;
  readonly formRefused: (status: number) => string;
  readonly hostLost: string;
  readonly pageTaken: (site: string) => string;
  readonly pageRefused: (site: string, status: number) => string;
  readonly addressUnknown: string;
  readonly addressOfProxy: string;
  readonly noTally: string;
  readonly logHolds: (rows: number) => string;
  readonly logDiffers: string;
  readonly well: string;
  readonly ill: string;
}
