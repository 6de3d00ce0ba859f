import { inflateSync } from "node:zlib";

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each point, row by row. */
  readonly data: Uint8Array;
}

const channelsByColourType: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/**
 * Decodes a PNG as browsers make them of what they show: eight bits for each of three or four channels, not interlaced. Throws on
 * any other.
 */
export function decodePng(png: Buffer): Picture {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const [depth, colourType = 0, , , interlace] = png.subarray(24, 29);
  const channels = channelsByColourType[colourType];
  if (depth !== 8 || channels === undefined || interlace !== 0) throw new Error("a PNG of another kind");
  const rows = inflateSync(Buffer.concat(dataChunks(png)));
  const data = new Uint8Array(width * height * 4).fill(255);
  const stride = width * channels;
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = Uint8Array.from(rows.subarray(start + 1, start + 1 + stride));
    unfilter(row, above, rows[start] ?? 0, channels);
    for (let x = 0; x < width; x++) data.set(row.subarray(x * channels, (x + 1) * channels), (y * width + x) * 4);
    above = row;
  }
  return { width, height, data };
}

function dataChunks(png: Buffer): readonly Buffer[] {
  const chunks: Buffer[] = [];
  for (let offset = 8; offset + 8 <= png.length; ) {
    const length = png.readUInt32BE(offset);
    if (png.toString("latin1", offset + 4, offset + 8) === "IDAT")
      chunks.push(png.subarray(offset + 8, offset + 8 + length));
    offset += length + 12;
  }
  return chunks;
}

/** Undoes the filter of a row in place (PNG specification, 9.2): each byte was stored as the difference from a forecast. */
function unfilter(row: Uint8Array, above: Uint8Array, filter: number, channels: number): void {
  for (let index = 0; index < row.length; index++) {
    const left = index < channels ? 0 : (row[index - channels] ?? 0);
    const up = above[index] ?? 0;
    const corner = index < channels ? 0 : (above[index - channels] ?? 0);
    row[index] = (row[index] ?? 0) + forecast(filter, left, up, corner);
  }
}

function forecast(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return nearestOf(left + up - corner, left, up, corner);
    default:
      return 0;
  }
}

/** The Paeth predictor: of three neighbours the one that is nearest to their plane. */
function nearestOf(estimate: number, left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
