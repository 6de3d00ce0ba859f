import { describe, expect, it } from "vitest";
import { maxBodyBytes } from "../../../src/core/protocol.ts";
import { readFields } from "../../../src/nomination/guard/read-fields.ts";

const address = "https://praktiki.example.org/api/nominations";
const jsonOf = (length: number): string => `{"a":"${"x".repeat(length - 8)}"}`;

/** A body that comes in pieces, with or without its length announced. */
function send(body: string, headers: Record<string, string> = {}, pieceLength = 1_000): Promise<object> {
  const bytes = new TextEncoder().encode(body);
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += pieceLength) controller.enqueue(bytes.slice(at, at + pieceLength));
      controller.close();
    },
  });
  const init = {
    method: "POST",
    body: stream,
    duplex: "half",
    headers: { "Content-Type": "application/json", ...headers },
  };
  return readFields(new Request(address, init as RequestInit));
}
const announced = (length: number) => ({ "Content-Length": String(length) });

describe("a body of at most 2,048 bytes", () => {
  it.each([
    ["that announces them", announced(maxBodyBytes)],
    ["that announces nothing", {}],
  ])("is read: one %s", async (_, headers) => {
    expect(maxBodyBytes).toBe(2_048);
    expect(await send(jsonOf(maxBodyBytes), headers)).toMatchObject({ isForm: false });
  });

  it.each([
    ["announces one byte more", announced(maxBodyBytes + 1), jsonOf(maxBodyBytes + 1)],
    ["announces more than it has", announced(maxBodyBytes + 1), jsonOf(20)],
    ["has one byte more and says nothing", {}, jsonOf(maxBodyBytes + 1)],
    ["has one byte more than it announces", announced(maxBodyBytes), jsonOf(maxBodyBytes + 1)],
    ["counts letters for bytes", {}, `{"a":"${"я".repeat(maxBodyBytes / 2)}"}`],
  ])("is not one that %s", async (_, headers, body) => {
    expect(await send(body, headers)).toEqual({ problem: "too-large" });
  });

  it("may come byte by byte", async () => {
    expect(await send(jsonOf(100), {}, 1)).toMatchObject({ isForm: false });
  });
});

it.each([
  ["application/json", '{"a":"1"}', false],
  ["Application/JSON; charset=utf-8", '{"a":"1"}', false],
  ["application/x-www-form-urlencoded", "a=1", true],
  ["application/x-www-form-urlencoded;charset=UTF-8", "a=1", true],
])("fields come as %s", async (type, body, isForm) => {
  expect(await send(body, { "Content-Type": type })).toEqual({ fields: new Map([["a", "1"]]), isForm });
});

it.each(["text/plain", "multipart/form-data; boundary=x", "application/json5", ""])(
  "fields do not come as %j",
  async (type) => {
    expect(await send('{"a":"1"}', { "Content-Type": type })).toEqual({ problem: "unsupported-type" });
  },
);
