import { fromBase64Url, hex } from "../../nomination/encoding.ts";
import { nodePrimitives } from "../../nomination/node/node-primitives.ts";

const nonceBytes = 16;

/** The commitment under which the vote of a receipt is in the log, or undefined if the text cannot be a receipt. */
export async function commitmentOf(receipt: string): Promise<string | undefined> {
  const nonce = fromBase64Url(receipt.trim());
  return nonce?.length === nonceBytes ? hex(await nodePrimitives.sha256(nonce)) : undefined;
}
