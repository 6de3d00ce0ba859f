import { describe, expect, it } from "vitest";
import { createNetworkWatch } from "../../src/nomination/network-watch.ts";
import { createTestEndpoint } from "./test-endpoint.ts";

function warningsAfter(addresses: readonly (string | undefined)[]): string[] {
  const warnings: string[] = [];
  const watch = createNetworkWatch((warning) => warnings.push(warning));
  for (const address of addresses) watch(address);
  return warnings;
}

const repeated = (address: string, times: number) => Array<string>(times).fill(address);

describe("an operator is told", () => {
  it("once, when addresses cannot be read", () => {
    expect(warningsAfter(["unknown", undefined, "10.0.0.1"])).toEqual([expect.stringContaining("cannot be read")]);
  });

  it("once, when the first twenty ballots come from one network", () => {
    expect(warningsAfter(repeated("10.0.0.1", 19))).toEqual([]);
    expect(warningsAfter(repeated("10.0.0.1", 60))).toEqual([expect.stringContaining("PRAKTIKA_TRUSTED_PROXIES")]);
  });

  it("nothing, when there are two networks", () => {
    expect(warningsAfter(["192.0.2.1", "198.51.100.1", ...repeated("192.0.2.1", 60)])).toEqual([]);
  });

  it("by the endpoint itself, and of no address", async () => {
    const endpoint = await createTestEndpoint();
    endpoint.from("unknown");
    await endpoint.vote("solar-roofs");
    expect(endpoint.warnings).toEqual([expect.stringContaining("client addresses cannot be read")]);
  });
});
