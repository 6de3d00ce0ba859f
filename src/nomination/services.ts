import type { Language } from "../core/protocol.ts";
import type { CaptchaProvider } from "./captcha/provider.ts";
import type { AcceptedOrigins } from "./guard/origin.ts";
import type { KeyRing } from "./key-ring.ts";
import type { Nominees } from "./nominees.ts";
import type { Shares } from "./price.ts";
import type { Primitives } from "./primitives.ts";
import type { Recorded, StoreEntry, VoteStore } from "./store.ts";

/** Everything the endpoint works with. Deploy entries put it together; tests put it together differently. */
export interface Services {
  readonly primitives: Primitives;
  readonly keys: KeyRing;
  readonly store: Pick<VoteStore, "salt" | "used" | "tally" | "head" | "rows" | "findVote" | "rehearse">;
  /** Records one entry; together with others where the machine can. */
  readonly record: (entry: StoreEntry) => Promise<Recorded>;
  readonly nominees: Nominees;
  readonly captcha: CaptchaProvider;
  readonly shares: Shares;
  readonly origins: AcceptedOrigins;
  /** Address of the site without a slash at the end, "" if it is on this very host. */
  readonly siteUrl: string;
  readonly defaultLanguage: Language;
  /** Milliseconds that the store and the site may take. */
  readonly answerMs: number;
  /** The client's address, from the socket or a header that the platform itself sets. */
  readonly clientAddress: (request: Request, environment: unknown) => string | undefined;
  /** The origin that the client asked, where a proxy may have changed it; undefined: the request's own is right. */
  readonly requestOrigin?: (request: Request, environment: unknown) => string;
  /** Told about every answer; never about addresses, tokens or what was asked for. */
  readonly observe: (event: RequestEvent) => void;
  /** Told of the address of every ballot, where a proxy may hide them (`createNetworkWatch`). */
  readonly watchNetwork?: (address: string | undefined) => void;
  /** Bearer token that opens `/metrics`; undefined: there is no such page. */
  readonly metrics: { readonly token: string; readonly text: () => string } | undefined;
}

/** What is known of a request afterwards. */
export interface RequestEvent {
  readonly method: string;
  /** The route's pattern, not the address that was asked for. */
  readonly route: string;
  readonly status: number;
  /** Problem code, or what became of a ballot. */
  readonly outcome: string;
  readonly milliseconds: number;
  /** Class and code of an error that was not foreseen. */
  readonly fault?: string;
}
