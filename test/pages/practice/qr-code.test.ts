import decodeQR from "qr/decode.js";
import { expect, test } from "vitest";
import { drawQrCode, type QrCode } from "../../../src/pages/practice/qr-code.ts";

/** Draws the path as a browser would: strokes of one module, on white with a quiet zone. Four pixels a module. */
function paint({ viewBox, path }: QrCode) {
  const size = Number(viewBox.split(" ")[2]);
  const scale = 4;
  const side = (size + 8) * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  let x = 0;
  let y = 0;
  for (const [, move, right, down, stroke] of path.matchAll(/(m)(-?\d+) ?(-?\d+)|h(\d+)/g)) {
    if (move) {
      x += Number(right);
      y += Number(down);
      continue;
    }
    const end = x + Number(stroke);
    for (; x < end; x++)
      for (let pixel = 0; pixel < scale * scale; pixel++) {
        const column = (x + 4) * scale + (pixel % scale);
        const row = (y + 4) * scale + Math.floor(pixel / scale);
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
  }
  return { width: side, height: side, data };
}

const addresses = [
  "https://praktiki.example.org/bg/practices/informatsionen-tsentar-na-edno-gishe/",
  "https://a.bg/en/practices/x/",
  `https://praktiki.example.org/bg/practices/${"dalgo-ime-".repeat(20)}/`,
];

test.each(addresses)("the drawing is read as %s", (address) => {
  expect(decodeQR(paint(drawQrCode(address)))).toBe(address);
});

test("the drawing is one path of relative moves and strokes that stays within its square", () => {
  const { viewBox, path } = drawQrCode("https://praktiki.example.org/bg/practices/srednogorie-2020/");
  expect(path).toMatch(/^(m-?\d+ ?-?\d+h\d+)+$/);
  const [left, top, width, height] = viewBox.split(" ").map(Number);
  expect([left, top]).toEqual([0, -0.5]);
  expect(width).toBe(height);
  // Each finder pattern is seven modules wide: the first and the last stroke of the first row.
  expect(path).toMatch(/^m0 0h7/);
});

test("the same address gives the same drawing", () => {
  expect(drawQrCode("https://a.bg/")).toEqual(drawQrCode("https://a.bg/"));
});
