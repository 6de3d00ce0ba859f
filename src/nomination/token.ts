import {
  type ChallengeKind,
  challengeKinds,
  clockSkewSeconds,
  maxTokenTtlSeconds,
  tokenTtlSeconds,
} from "../core/protocol.ts";
import { type Bytes, equalBytes, fromBase64Url, toBase64Url, utf8 } from "./encoding.ts";
import type { KeyRing, Keys } from "./key-ring.ts";
import type { Primitives } from "./primitives.ts";

/** What a token says. It is signed, not secret: the answer is derived from the nonce with a key of the endpoint's. */
export interface Challenge {
  readonly practice: string;
  readonly kind: ChallengeKind;
  /** The price of work (price.ts); 0 of other kinds. */
  readonly level: number;
  /** 16 random bytes. */
  readonly nonce: Bytes;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

export type OpenedToken =
  | { readonly state: "open" | "expired"; readonly challenge: Challenge; readonly keys: Keys }
  /** Forged, damaged, or signed with a key that is no longer known. */
  | { readonly state: "invalid" };

const addressVersion = 2;

/*
 * Bytes of a token: version 1 (in addresses 2) | level and kind 1, four bits each | key id 4 | expiry 4 | nonce 16 | practice (UTF-8, the rest), then a dot and the
 * HMAC-SHA-256 of them, both in base64url. Every field but the last has a fixed width: no two challenges share an
 * encoding, and there is nothing to splice.
 */
const version = 1;
const headBytes = 26;

/** From here on a phone may need longer than for a code. */
const slowLevel = 6;

/** For how long a challenge is open. */
export function ttlSecondsOf(level: number): number {
  return level < slowLevel ? tokenTtlSeconds : maxTokenTtlSeconds;
}

export async function sealToken(challenge: Challenge, keys: KeyRing, { hmac }: Primitives): Promise<string> {
  const bytes = encode(challenge, keys.current, version);
  return `${toBase64Url(bytes)}.${toBase64Url(await hmac(keys.current.token, bytes))}`;
}

function encode(challenge: Challenge, keys: Keys, version: number): Bytes {
  const practice = utf8(challenge.practice);
  const bytes = new Uint8Array(headBytes + practice.length);
  const view = new DataView(bytes.buffer);
  bytes[0] = version;
  bytes[1] = (challenge.level << 4) | challengeKinds.indexOf(challenge.kind);
  bytes.set(keys.id, 2);
  view.setUint32(6, challenge.expiresAt);
  bytes.set(challenge.nonce, 10);
  bytes.set(practice, headBytes);
  return bytes;
}

/**
 * A challenge as part of an address, which servers and platforms write into their logs: the nonce, by which a vote is found in
 * the public log, cannot be read in it. The signature covers the nonce, and the nonce is covered by a keyed hash of the
 * signature.
 */
export async function sealAddress(challenge: Challenge, keys: KeyRing, { hmac }: Primitives): Promise<string> {
  const bytes = encode(challenge, keys.current, addressVersion);
  const signature = await hmac(keys.current.token, bytes);
  await hideNonce(bytes, { signature, token: keys.current.token }, hmac);
  return `${toBase64Url(bytes)}.${toBase64Url(signature)}`;
}

/** Covers the nonce in the bytes of a challenge, or uncovers it. */
async function hideNonce(
  bytes: Bytes,
  { signature, token }: { readonly signature: Bytes; readonly token: Bytes },
  hmac: Primitives["hmac"],
): Promise<void> {
  // No token begins with 0.
  const cover = await hmac(token, Uint8Array.of(0, ...signature));
  for (let index = 10; index < headBytes; index++) bytes[index] = (bytes[index] ?? 0) ^ (cover[index - 10] ?? 0);
}

/** Opens a token. Takes any text. */
export function openToken(text: string, keys: KeyRing, primitives: Primitives): Promise<OpenedToken> {
  return open(text, [version], { keys, primitives });
}

/** Opens what `sealAddress` or `sealToken` has made. Takes any text. */
export function openAddress(text: string, keys: KeyRing, primitives: Primitives): Promise<OpenedToken> {
  return open(text, [version, addressVersion], { keys, primitives });
}

/** Checks the signature first and only then reads what is signed. */
async function open(
  text: string,
  versions: readonly number[],
  { keys, primitives: { hmac, now } }: { readonly keys: KeyRing; readonly primitives: Primitives },
): Promise<OpenedToken> {
  const [head = "", signature = "", ...rest] = text.length > 512 ? [] : text.split(".");
  const bytes = fromBase64Url(head);
  const signed = fromBase64Url(signature);
  if (!bytes || !signed || rest.length > 0 || bytes.length <= headBytes) return { state: "invalid" };
  const signer = keys.byId(bytes.subarray(2, 6));
  if (signer && bytes[0] === addressVersion) await hideNonce(bytes, { signature: signed, token: signer.token }, hmac);
  if (!signer || !equalBytes(await hmac(signer.token, bytes), signed)) return { state: "invalid" };
  const [, marks = 0xff] = bytes;
  const level = marks >> 4;
  const kind = challengeKinds[marks & 0xf];
  if (!versions.includes(bytes[0] ?? 0) || !kind) return { state: "invalid" };
  const expiresAt = new DataView(bytes.buffer).getUint32(6);
  const seconds = now() / 1000;
  // Made by a clock far ahead of ours: nobody honest has waited that long.
  if (expiresAt > seconds + ttlSecondsOf(level) + clockSkewSeconds) return { state: "invalid" };
  const practice = new TextDecoder().decode(bytes.subarray(headBytes));
  const challenge = { practice, kind, level, nonce: bytes.slice(10, headBytes), expiresAt };
  return { state: seconds > expiresAt ? "expired" : "open", challenge, keys: signer };
}
