import type { ChallengeKind, LogHead, LogRow } from "../core/protocol.ts";
import type { Bytes } from "./encoding.ts";
import type { CountedNetwork, Refused } from "./price.ts";

/** A checked ballot as the store needs it: nothing in it leads back to a reader. */
export interface CheckedBallot {
  readonly practice: string;
  /** UTC day, `2026-11-24`. */
  readonly day: string;
  /** SHA-256 of the nonce, 64 hexadecimal digits. */
  readonly commitment: string;
  /**
   * `vote`: the answer was right. `spoil`: it was wrong; the nonce is spent and nothing counted. Either spends the
   * nonce for good, and is one more that came from the networks.
   */
  readonly purpose: "vote" | "spoil";
  /** When the nonce may be forgotten if it was not a vote, seconds since 1970. */
  readonly expiresAt: number;
  readonly kind: ChallengeKind;
  /** The price that was paid. */
  readonly level: number;
  readonly networks: readonly CountedNetwork[];
}

/** Rows that an editor adds: a vote taken back, or a count brought from an older system. */
export interface EditorEntry {
  readonly day: string;
  readonly practice: string;
  readonly kind: "revoke" | "import";
  readonly amount: number;
  readonly commitment: string;
}

export type Recorded =
  | { readonly outcome: "counted"; readonly sequence: number; readonly count: number }
  /** The same ballot came before and was counted then; or the editor's entry is already there. */
  | { readonly outcome: "already-counted"; readonly sequence: number; readonly count: number }
  /** Its nonce was spent on a wrong answer before. */
  | { readonly outcome: "already-spent" }
  | { readonly outcome: "spoiled" }
  /** Nothing is spent. */
  | { readonly outcome: Refused }
  /** A revocation of a vote that is not in the log. */
  | { readonly outcome: "unknown-vote" };

export type StoreEntry = CheckedBallot | EditorEntry;

/** Counts and the log that they were made from, as they were at one moment. */
export interface StoreTally {
  readonly counts: ReadonlyMap<string, number>;
  readonly log: LogHead;
}

/** Something that is written as a vote is, and is none: it shows that the store takes votes. */
export interface Trial {
  readonly key: string;
  /** Seconds since 1970. */
  readonly now: number;
  /** When it may be forgotten. */
  readonly expiresAt: number;
}

/** Where votes are kept. All of it survives a power cut from the moment a promise is fulfilled. */
export interface VoteStore {
  /**
   * Brings the tables up to date, and shows that they can be written. Runs before anything else, also by several processes
   * at once; `waitMs` is how long it waits for others.
   */
  migrate(waitMs?: number): Promise<void>;
  /**
   * Records entries as one atomic change, in order; the results have the same order. Recording a vote is spending its
   * nonce: the same entry, however often and wherever sent at once, counts once.
   */
  record(entries: readonly StoreEntry[]): Promise<readonly Recorded[]>;
  /**
   * The salt of a day: `fresh` if it has none yet. Salts and counts by networks of earlier days are erased. Processes that ask at
   * once get the same one.
   */
  salt(day: string, fresh: Bytes): Promise<Bytes>;
  /** How many ballots have come from networks, by their keys; networks without any are left out. */
  used(keys: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** With `practices`, of these alone; without, of all that have votes. */
  tally(practices?: readonly string[]): Promise<StoreTally>;
  counts(practices?: readonly string[]): Promise<ReadonlyMap<string, number>>;
  head(): Promise<LogHead>;
  /** Rows from a sequence on, at most `limit`. */
  rows(from: number, limit: number): Promise<readonly LogRow[]>;
  /** The row of a vote by its commitment, and whether it has been revoked since. */
  findVote(commitment: string): Promise<{ readonly row: LogRow; readonly revoked: boolean } | undefined>;
  /** Writes a trial into a table of its own, in turn with the votes. Returns whether its key is new. */
  rehearse(trial: Trial): Promise<boolean>;
  /** Counts the tally from the log again; returns the practices for which it was wrong before. */
  rebuildTally(): Promise<readonly string[]>;
  /** Puts rows of another store's log at the end of this one's as they are; they must continue its chain. */
  restore(rows: readonly LogRow[]): Promise<void>;
  close(): Promise<void>;
}
