import type { ProblemCode } from "../../core/protocol.ts";

/** What the endpoint says to readers; one catalogue per language. */
export interface EndpointTexts {
  /** The digits and letters of the code, spoken; undefined: as in English. Loaded only when somebody listens. */
  readonly clips: (() => Promise<{ readonly clips: Readonly<Record<string, string>> }>) | undefined;
  readonly nominatePractice: (title: string) => string;
  readonly explanation: string;
  readonly pictureAlt: string;
  readonly code: string;
  readonly codeHint: (digits: number) => string;
  readonly anotherPicture: string;
  readonly listen: string;
  readonly submit: string;
  /** In place of `explanation` where the device works instead. */
  readonly workExplanation: string;
  readonly withCode: string;
  readonly working: string;
  /** `#` stands for the minutes. */
  readonly workingLong: string;
  readonly workFailed: string;
  readonly sending: string;
  readonly refreshed: string;
  readonly close: string;
  readonly back: string;
  readonly counted: string;
  readonly receipt: string;
  /** On the form, where nothing has been sent yet. */
  readonly receiptIfCounted: string;
  readonly receiptHint: string;
  readonly lastResort: string;
  readonly privacy: string;
  /** In place of `problems.closed` before the first day. */
  readonly notYetOpen: (day: string) => string;
  /** Where only the ballot is known, with a button that sends it again. */
  readonly sendAgain: string;
  readonly countedOn: (day: string) => string;
  /** Below `problems.closed`, with a link to check a receipt. */
  readonly closedHint: string;
  readonly nominationsNow: (count: number) => string;
  readonly nominations: string;
  readonly checkYours: string;
  readonly checkTitle: string;
  readonly checkExplanation: string;
  readonly checkSubmit: string;
  readonly found: (row: { sequence: number; day: string; practice: string }) => string;
  readonly revoked: string;
  readonly notFound: string;
  readonly wholeLog: string;
  readonly problems: Readonly<Record<ProblemCode, string>>;
}
