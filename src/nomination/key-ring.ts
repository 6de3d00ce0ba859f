import { type Bytes, equalBytes, utf8 } from "./encoding.ts";
import type { Primitives } from "./primitives.ts";

/** The keys that one secret gives: one for each purpose, so that nothing signed for one can serve another. */
export interface Keys {
  /** 4 bytes that name the secret inside tokens. */
  readonly id: Bytes;
  readonly token: Bytes;
  /** For the code, its picture and its sound. */
  readonly answer: Bytes;
  readonly work: Bytes;
}

/** The current secret signs; earlier ones still open, until their last tokens have expired. */
export interface KeyRing {
  readonly current: Keys;
  byId(id: Uint8Array): Keys | undefined;
}

/** Characters that a secret must have at least. */
export const minSecretLength = 32;

/** Makes the keys of the current secret and of earlier ones. Throws `RangeError` if one is too short to be a secret. */
export async function createKeyRing(secrets: readonly string[], { hmac }: Primitives): Promise<KeyRing> {
  const all = await Promise.all(
    secrets.map(async (secret): Promise<Keys> => {
      if (secret.length < minSecretLength) throw new RangeError(`a secret needs ${minSecretLength} characters`);
      const derive = (purpose: string) => hmac(utf8(secret), utf8(`praktika/${purpose}`));
      const [id, token, answer, work] = await Promise.all([
        derive("key id"),
        derive("token"),
        derive("answer"),
        derive("work"),
      ]);
      return { id: id.slice(0, 4), token, answer, work };
    }),
  );
  const [current] = all;
  if (!current) throw new RangeError("a secret is needed");
  return { current, byId: (id) => all.find((keys) => equalBytes(keys.id, id)) };
}
