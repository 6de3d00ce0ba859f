import type { Page } from "playwright-core";
import decodeQR from "qr/decode.js";
import { decodePng } from "./decode-png.ts";

/** What the QR code of a sheet says. */
export interface QrReading {
  /** Undefined if no reader can make anything of it. */
  readonly text: string | undefined;
}

/**
 * A reader of codes needs some points to a module: the drawing is looked at through a magnifying glass, about as finely as a
 * printer prints it.
 */
const magnified = `.qr {
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  width: 400px !important;
  height: 400px !important;
  margin: 0 !important;
  background: #fff;
}`;

/**
 * Takes a picture of the QR code that a tab shows as it will be on paper, and reads it as a telephone would. Undefined if the
 * document has none.
 */
export async function readQr(tab: Page): Promise<QrReading | undefined> {
  const code = tab.locator(".qr").filter({ visible: true }).first();
  if ((await code.count()) === 0) return undefined;
  const picture = decodePng(await code.screenshot({ style: magnified }));
  try {
    return { text: decodeQR(picture) };
  } catch {
    return { text: undefined };
  }
}
