import { isLanguage, type Language, languages } from "./language/language.ts";

/*
 * What the endpoint and the reader's page agree on: routes, shapes of JSON, problem codes, limits. Scripts in the page share
 * it, so it stays small.
 */

export { isLanguage, type Language, languages };

export const routes = {
  /** The form as a page: `/nominate/<practice>`; without a practice: check a receipt. */
  form: "/nominate",
  challenges: "/api/challenges",
  nominations: "/api/nominations",
  tally: "/api/tally",
  log: "/api/log",
  health: "/healthz",
  metrics: "/metrics",
} as const;

/** How a reader shows to be a person: the code in a picture (or spoken), work done by the device, a hosted service. */
export const challengeKinds = ["code", "work", "hosted"] as const;
export type ChallengeKind = (typeof challengeKinds)[number];

export type Localized = Partial<Record<Language, string>>;

/**
 * nominees.json of the built site: the ids that may be nominated. If the site has closed nominations or limits them in time, it
 * says so: `opens` and `closes` are the first moment and the one after the last, ISO 8601 with an offset.
 */
export type NomineeList =
  | readonly string[]
  | {
      readonly open: boolean;
      readonly opens?: string;
      readonly closes?: string;
      readonly ids: readonly string[];
    };

/** ballot-paper.json of the built site: what the form says, beside the ids in nominees.json. */
export interface BallotPaper {
  readonly site: {
    readonly name?: Localized;
    /** Permalink of the style sheet, from the top of the site. */
    readonly stylesheet?: string;
    /** For readers whom no captcha suits. */
    readonly email?: string;
    /** Permalinks of the page that says what is kept. */
    readonly privacy?: Localized;
    /** What the site says in place of texts of the endpoint, by key and language. */
    readonly texts?: Readonly<
      Record<string, Readonly<Partial<Record<Language, { readonly one: string; readonly other: string }>>>>
    >;
  };
  /** By id, in the languages in which there is a version. */
  readonly titles: Readonly<Record<string, Localized>>;
  /** Today's id by earlier ones. */
  readonly formerIds: Readonly<Record<string, string>>;
}

/** The fragment by which a practice page, reached from the form, says that the nomination was counted. */
export const nominatedFragment = "nominated";

/**
 * A practice that no archive can have: ballots for it go the whole way, with any code, and are never votes. By them `praktika votes
 * doctor` sees whether everything works.
 */
export const trialPractice = "_trial";

export interface ChallengeRequest {
  readonly practice: string;
  /** Default: `code`. */
  readonly kind?: "code" | "work";
}

/** Answer to `POST /api/challenges`, 201. Addresses are relative to the endpoint. */
export interface ChallengeReply {
  readonly token: string;
  readonly kind: ChallengeKind;
  /** PNG; "" unless there is a code to read. */
  readonly image: string;
  /** WAV, speaks the same code; takes `?lang=` and a language; "" unless there is a code to hear. */
  readonly audio: string;
  /** By which a vote with this challenge can be found in the log. */
  readonly receipt: string;
  /** What the device has to solve, in the form of altcha-lib; only for `work`. */
  readonly work?: unknown;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** A ballot: what a reader submits, as JSON or as a form. */
export interface Ballot {
  readonly practice: string;
  readonly token: string;
  /** The code, or the solved work (base64 of JSON), or what the hosted service gave. */
  readonly answer: string;
}

/** Answer to `POST /api/nominations`, 201; also part of an `already-counted` problem. */
export interface NominationReply {
  readonly practice: string;
  readonly count: number;
  /** Whoever has it can find the vote in the log: its SHA-256 is the commitment there. */
  readonly receipt: string;
  /** Of a trial ballot: what the endpoint takes for the reader's address. */
  readonly address?: "public" | "private" | "unknown";
}

/** Answer to `GET /api/tally`. */
export interface TallyReply {
  /** By today's id; practices without votes are left out. */
  readonly counts: Readonly<Record<string, number>>;
  /** Today's id by earlier ones under which the log has votes, if any: they are counted together. */
  readonly formerIds?: Readonly<Record<string, string>>;
  readonly log: LogHead;
  /** The time at which this was true, ISO 8601. */
  readonly asOf: string;
}

export interface LogHead {
  /** Number of rows. */
  readonly size: number;
  /** Hash of the last row, 64 hexadecimal digits; that of an empty log is all zeros. */
  readonly root: string;
}

export const rowKinds = ["vote", "revoke", "import"] as const;
export type RowKind = (typeof rowKinds)[number];

/** A row of the vote log. Its hash covers all other fields and the hash of the row before. */
export interface LogRow {
  /** Counts from 1 without gaps. */
  readonly sequence: number;
  /** UTC day, `2026-11-24`: no time, so that a row cannot be matched with a visit. */
  readonly day: string;
  readonly practice: string;
  readonly kind: RowKind;
  /** What the row adds to the count: 1, -1, or the imported number. */
  readonly amount: number;
  /** SHA-256 of the ballot's nonce (vote), of the revoked one (revoke), of the source of an old count (import). */
  readonly commitment: string;
  readonly hash: string;
}

/** Why a log is not what it should be, at the row where that shows. */
export type LogFaultReason = "missing" | "altered" | "repeated" | "truncated" | "amount";

/**
 * Answer to `GET /api/log?from=N&size=M`: rows from sequence N on, at most `logPageRows`, and none beyond M if it is given.
 * With the size of a tally, an address is one that no cache between has kept from before.
 */
export interface LogReply {
  readonly rows: readonly LogRow[];
  readonly head: LogHead;
  /** Sequence to ask for next; absent at the end. */
  readonly next?: number;
}

export const logPageRows = 1_000;

/** Problem codes (contract) and their HTTP status. */
export const problemStatus = {
  "invalid-request": 400,
  "foreign-origin": 403,
  closed: 403,
  "unknown-practice": 404,
  "not-found": 404,
  "method-not-allowed": 405,
  "already-counted": 409,
  expired: 410,
  "too-large": 413,
  "unsupported-type": 415,
  "incomplete-answer": 422,
  "wrong-answer": 422,
  quota: 429,
  "price-risen": 429,
  fault: 500,
  "store-down": 503,
} as const;
export type ProblemCode = keyof typeof problemStatus;

/** Problem JSON (RFC 9457) with a code. */
export interface Problem {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  /** With `already-counted`. */
  readonly receipt?: string;
  readonly count?: number;
}

export const maxBodyBytes = 2_048;
export const tokenTtlSeconds = 20 * 60;
/** For work that may take longer on a slow device. */
export const maxTokenTtlSeconds = 90 * 60;
/** By how much the clocks of two machines that share a secret may differ. */
export const clockSkewSeconds = 10 * 60;
