/** Texts of the page that keeps the archive for reading without a network. Names in braces are filled in by its script. */
export interface OfflineTexts {
  readonly title: string;
  readonly intro: string;
  readonly unscripted: string;
  readonly unsupported: string;
  /** The page that was asked for is not kept. */
  readonly missing: string;
  readonly again: string;
  readonly archiveTitle: string;
  readonly holds: string;
  readonly loading: string;
  readonly unreachable: string;
  readonly unreachableKept: string;
  readonly absent: string;
  readonly partial: string;
  readonly older: string;
  readonly complete: string;
  readonly keep: string;
  readonly finish: string;
  readonly renew: string;
  readonly stop: string;
  readonly remove: string;
  readonly progressLabel: string;
  readonly progress: string;
  readonly started: string;
  readonly stopped: string;
  readonly noNetwork: string;
  readonly noSpace: string;
  readonly incomplete: string;
  readonly removed: string;
  readonly visitedTitle: string;
  readonly visitedIntro: string;
  readonly visitedNone: string;
  readonly forget: string;
  readonly forgotten: string;
}
