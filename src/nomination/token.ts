import { type ChallengeKind, challengeKinds, clockSkewSeconds, tokenTtlSeconds } from "../core/protocol.ts";
import { type Bytes, equalBytes, fromBase64Url, toBase64Url, utf8 } from "./encoding.ts";
import type { KeyRing, Keys } from "./key-ring.ts";
import type { Primitives } from "./primitives.ts";

/** What a token says. It is signed, not secret: the answer is derived from the nonce with a key of the endpoint's. */
export interface Challenge {
  readonly practice: string;
  readonly kind: ChallengeKind;
  /** 16 random bytes. */
  readonly nonce: Bytes;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

export type OpenedToken =
  | { readonly state: "open" | "expired"; readonly challenge: Challenge; readonly keys: Keys }
  /** Forged, damaged, or signed with a key that is no longer known. */
  | { readonly state: "invalid" };

/*
 * Bytes of a token: version 1 | kind 1 | key id 4 | expiry 4 | nonce 16 | practice (UTF-8, the rest), then a dot and the
 * HMAC-SHA-256 of them, both in base64url. Every field but the last has a fixed width: no two challenges share an
 * encoding, and there is nothing to splice.
 */
const version = 1;
const headBytes = 26;

export async function sealToken(challenge: Challenge, keys: KeyRing, { hmac }: Primitives): Promise<string> {
  const practice = utf8(challenge.practice);
  const bytes = new Uint8Array(headBytes + practice.length);
  const view = new DataView(bytes.buffer);
  bytes[0] = version;
  bytes[1] = challengeKinds.indexOf(challenge.kind);
  bytes.set(keys.current.id, 2);
  view.setUint32(6, challenge.expiresAt);
  bytes.set(challenge.nonce, 10);
  bytes.set(practice, headBytes);
  return `${toBase64Url(bytes)}.${toBase64Url(await hmac(keys.current.token, bytes))}`;
}

/** Checks the signature first and only then reads what is signed. Takes any text. */
export async function openToken(text: string, keys: KeyRing, { hmac, now }: Primitives): Promise<OpenedToken> {
  const [head = "", signature = "", ...rest] = text.length > 512 ? [] : text.split(".");
  const bytes = fromBase64Url(head);
  const signed = fromBase64Url(signature);
  if (!bytes || !signed || rest.length > 0 || bytes.length <= headBytes) return { state: "invalid" };
  const signer = keys.byId(bytes.subarray(2, 6));
  if (!signer || !equalBytes(await hmac(signer.token, bytes), signed)) return { state: "invalid" };
  const kind = challengeKinds[bytes[1] ?? -1];
  if (bytes[0] !== version || !kind) return { state: "invalid" };
  const expiresAt = new DataView(bytes.buffer).getUint32(6);
  const seconds = now() / 1000;
  // Made by a clock far ahead of ours: nobody honest has waited that long.
  if (expiresAt > seconds + tokenTtlSeconds + clockSkewSeconds) return { state: "invalid" };
  const practice = new TextDecoder().decode(bytes.subarray(headBytes));
  const challenge = { practice, kind, nonce: bytes.slice(10, headBytes), expiresAt };
  return { state: seconds > expiresAt ? "expired" : "open", challenge, keys: signer };
}
