import type { Page } from "playwright-core";
import decodeQR from "qr/decode.js";
import { loadSharp } from "../../site/pictures/load-sharp.ts";

/** The text of the QR code of a sheet. */
export interface QrReading {
  /** Undefined if the code cannot be read. */
  readonly text: string | undefined;
}

/** The code enlarged, about as finely as a printer prints it: decoders need several pixels per module. */
const enlarged = `.qr {
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  width: 400px !important;
  height: 400px !important;
  margin: 0 !important;
  background: #fff;
}`;

/**
 * Takes a picture of the QR code in a tab and reads it as a telephone would. Undefined if the document has none, and on
 * machines for which the library of pictures has no program.
 */
export async function readQr(tab: Page): Promise<QrReading | undefined> {
  const code = tab.locator(".qr").filter({ visible: true }).first();
  if ((await code.count()) === 0) return undefined;
  const sharp = await loadSharp();
  if (!sharp) return undefined;
  const screenshot = sharp(await code.screenshot({ style: enlarged }));
  const { data, info } = await screenshot.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  try {
    return { text: decodeQR({ width: info.width, height: info.height, data }) };
  } catch {
    return { text: undefined };
  }
}
