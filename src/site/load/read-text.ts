import { open } from "node:fs/promises";
import type { UnreadableReason } from "../../core/diagnostics/kinds.ts";

/** Why a text could not be had; `detail` is a number with its unit, a status or a code. */
export interface Unreadable {
  readonly reason: UnreadableReason;
  readonly detail: string;
}

export type ReadText = { readonly text: string } | { readonly unreadable: Unreadable };

export interface Limits {
  readonly maxBytes: number;
  readonly timeoutSeconds: number;
}

export function isWebAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/** An address as it may be shown: without a user's name and password, without what follows a question mark. */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return address.replace(/\/\/[^/]*@/, "//");
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

/** Reads a text from a file or an http(s) address; never more than the limits allow. */
export function readText(source: string, limits: Limits): Promise<ReadText> {
  return isWebAddress(source) ? fetchText(source, limits) : readFile(source, limits);
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;
const failed = (reason: UnreadableReason, detail = ""): ReadText => ({ unreadable: { reason, detail } });

async function readFile(path: string, { maxBytes }: Limits): Promise<ReadText> {
  try {
    const file = await open(path);
    try {
      const stats = await file.stat();
      if (!stats.isFile()) return failed("not-a-file");
      if (stats.size > maxBytes) return failed("too-large", megabytes(maxBytes));
      return { text: await file.readFile("utf8") };
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return failed("missing");
    if (code === "EACCES" || code === "EPERM") return failed("denied");
    if (code === "EISDIR") return failed("not-a-file");
    throw error;
  }
}

async function fetchText(address: string, { maxBytes, timeoutSeconds }: Limits): Promise<ReadText> {
  const signal = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    // No cache between shall answer with what it has kept.
    const headers = { Accept: "application/json", "Cache-Control": "no-cache" };
    const reply = await fetch(address, { signal, headers });
    if (!reply.ok) return failed("status", String(reply.status));
    const decoder = new TextDecoder();
    let text = "";
    let bytes = 0;
    for await (const part of reply.body ?? []) {
      bytes += part.byteLength;
      if (bytes > maxBytes) return failed("too-large", megabytes(maxBytes));
      text += decoder.decode(part, { stream: true });
    }
    return { text: text + decoder.decode() };
  } catch (error) {
    if (signal.aborted) return failed("timeout", `${timeoutSeconds} s`);
    const { cause } = error as { cause?: { code?: string } };
    return failed("unreachable", cause?.code ?? (error as Error).name);
  }
}
