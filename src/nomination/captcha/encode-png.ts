import type { Bitmap } from "./bitmap.ts";

type Colour = readonly [red: number, green: number, blue: number];

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
};

/** A chunk: length, type and data, checksum (PNG, third edition, 5.3). */
const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
};

const join = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

const deflate = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"))).arrayBuffer(),
  );

/** Eight pixels a byte, before each row the number of its filter: none, which made the smallest files here. */
const packRows = ({ width, height, pixels }: Bitmap): Uint8Array<ArrayBuffer> => {
  const rowLength = 1 + Math.ceil(width / 8);
  const packed = new Uint8Array(rowLength * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * rowLength + 1 + (column >> 3);
      packed[at] = (packed[at] ?? 0) | ((pixels[row * width + column] ?? 0) << (7 - (column & 7)));
    }
  }
  return packed;
};

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** The bitmap as a PNG of one bit a pixel; `colours` are those of 0 and 1. */
export const encodePng = async (
  bitmap: Bitmap,
  colours: readonly [Colour, Colour],
): Promise<Uint8Array<ArrayBuffer>> => {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, bitmap.width);
  view.setUint32(4, bitmap.height);
  header.set([1, 3, 0, 0, 0], 8);
  return join([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", Uint8Array.from(colours.flat())),
    chunk("IDAT", await deflate(packRows(bitmap))),
    chunk("IEND", new Uint8Array()),
  ]);
};
