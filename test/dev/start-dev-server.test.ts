import { expect, it } from "vitest";
import { listenNear } from "../../src/dev/start-dev-server.ts";

/** Says which ports are asked for, of which all before one are taken. */
function listenFrom(free: number, code = "EADDRINUSE") {
  const asked: number[] = [];
  const listen = async (port: number): Promise<number> => {
    asked.push(port);
    if (port < free) throw Object.assign(new Error("taken"), { code });
    return port;
  };
  return { asked, listen };
}

it("the development server takes the next free port, of twenty", async () => {
  const near = listenFrom(4_019);
  expect(await listenNear(4_000, near.listen)).toBe(4_019);
  const far = listenFrom(4_020);
  await expect(listenNear(4_000, far.listen)).rejects.toThrow("taken");
  expect(far.asked).toEqual(Array.from({ length: 20 }, (_, step) => 4_000 + step));
});

it("it tries no other port where any will do, or where the system refuses", async () => {
  for (const [wanted, code] of [
    [0, "EADDRINUSE"],
    [4_000, "EACCES"],
  ] as const) {
    const { asked, listen } = listenFrom(9_000, code);
    await expect(listenNear(wanted, listen)).rejects.toThrow("taken");
    expect(asked).toEqual([wanted]);
  }
});
