import type { Bytes } from "./encoding.ts";

/** A value now or later: machines differ in whether they hash at once. */
export type Awaitable<Value> = Value | Promise<Value>;

/** What a machine lends the endpoint, so that the shared part is free of clocks and chance. */
export interface Primitives {
  /** Milliseconds since 1970. */
  now(): number;
  random(bytes: number): Bytes;
  hmac(key: Bytes, message: Bytes): Awaitable<Bytes>;
  sha256(message: Bytes): Awaitable<Bytes>;
}

/** The web standard's own cryptography: workerd, and wherever nothing faster is at hand. */
export const webPrimitives: Primitives = {
  now: () => Date.now(),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  hmac: async (key, message) => {
    const imported = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    return new Uint8Array(await crypto.subtle.sign("HMAC", imported, message));
  },
  sha256: async (message) => new Uint8Array(await crypto.subtle.digest("SHA-256", message)),
};
