import { tokenTtlSeconds } from "../../../src/core/protocol.ts";
import { codeOf } from "../../../src/nomination/captcha/own-captcha.ts";
import { createKeyRing } from "../../../src/nomination/key-ring.ts";
import { nodePrimitives } from "../../../src/nomination/node/node-primitives.ts";
import { sealToken } from "../../../src/nomination/token.ts";

export const benchOrigin = "http://127.0.0.1";
export const benchSecret = "only the benchmark knows this secret";
export const benchPractices = Array.from({ length: 200 }, (_, index) => `practice-${index}`);

/** HTTP requests with ballots that are right, made beforehand so that making them costs the run nothing. */
export async function prepareRequests(count: number): Promise<readonly Buffer[]> {
  const keys = await createKeyRing([benchSecret], nodePrimitives);
  const expiresAt = Math.floor(Date.now() / 1000) + tokenTtlSeconds;
  const requests: Buffer[] = [];
  for (let index = 0; index < count; index++) {
    const practice = benchPractices[index % benchPractices.length] ?? "";
    const challenge = { practice, kind: "code" as const, level: 0, nonce: nodePrimitives.random(16), expiresAt };
    const token = await sealToken(challenge, keys, nodePrimitives);
    const answer = await codeOf(challenge, { keys: keys.current, primitives: nodePrimitives });
    const body = JSON.stringify({ practice, token, answer });
    const head = [
      "POST /api/nominations HTTP/1.1",
      "Host: 127.0.0.1",
      `Origin: ${benchOrigin}`,
      "Content-Type: application/json",
      `Content-Length: ${Buffer.byteLength(body)}`,
    ];
    requests.push(Buffer.from(`${head.join("\r\n")}\r\n\r\n${body}`));
  }
  return requests;
}
