import { expect, it } from "vitest";
import {
  clockSkewSeconds,
  logPageRows,
  maxBodyBytes,
  problemStatus,
  tokenTtlSeconds,
} from "../../src/core/protocol.ts";
import { codeLength } from "../../src/nomination/captcha/code.ts";

it("what the protocol promises to sites and to whoever keeps a log stays as it is", () => {
  expect({ maxBodyBytes, tokenTtlSeconds, clockSkewSeconds, logPageRows, codeLength }).toEqual({
    maxBodyBytes: 2_048,
    tokenTtlSeconds: 1_200,
    clockSkewSeconds: 600,
    logPageRows: 1_000,
    codeLength: 6,
  });
  expect(problemStatus).toEqual({
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
  });
});
