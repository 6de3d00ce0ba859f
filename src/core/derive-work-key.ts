import { scrypt } from "@noble/hashes/scrypt.js";
import { deriveKey as derivePbkdf2 } from "altcha-lib/algorithms/web/pbkdf2";
import type { DeriveKeyFunction } from "altcha-lib/types";

/**
 * A key of the work that a device does, as altcha-lib asks for it: PBKDF2, which every browser has, or scrypt, which needs memory
 * as well, so that hardware made for hashing gains little.
 */
export const deriveWorkKey: DeriveKeyFunction = async (parameters, salt, password) => {
  const { algorithm, cost, memoryCost = 8, keyLength = 32 } = parameters;
  if (algorithm !== "SCRYPT") return derivePbkdf2(parameters, salt, password);
  return { derivedKey: scrypt(password, salt, { N: cost, r: memoryCost, p: 1, dkLen: keyLength }) };
};
