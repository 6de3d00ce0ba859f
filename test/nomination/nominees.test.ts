import { describe, expect, it } from "vitest";
import { createNominees } from "../../src/nomination/nominees.ts";

/** The lists of a site that can change, and be out of reach; and how often it was asked. */
function site(ids: unknown = ["most"], paper: object = {}) {
  const state = { ids, paper: paper as object | undefined | "out of reach", now: 1_000, reads: 0 };
  const nominees = createNominees(
    async (name) => {
      if (name === "nominees.json") {
        state.reads++;
        if (state.ids === undefined) throw new Error("out of reach");
        return state.ids;
      }
      if (state.paper === "out of reach") throw new Error(state.paper);
      return state.paper;
    },
    () => state.now,
  );
  return { state, nominees, has: async (id: string) => (await nominees.find(id)) !== undefined };
}

describe("the list of the site", () => {
  it("is read again after a minute, and not before", async () => {
    const { state, has } = site();
    expect(await has("park")).toBe(false);
    state.ids = ["park"];
    state.now += 59_999;
    expect([await has("park"), state.reads]).toEqual([false, 1]);
    state.now += 1;
    expect([await has("park"), state.reads]).toEqual([true, 2]);
  });

  it("is used for another minute where the site is out of reach", async () => {
    const { state, has } = site();
    await has("most");
    state.ids = undefined;
    state.now += 60_000;
    expect([await has("most"), state.reads]).toEqual([true, 2]);
    state.now += 59_999;
    expect([await has("most"), state.reads]).toEqual([true, 2]);
    state.now += 1;
    expect([await has("most"), state.reads]).toEqual([true, 3]);
  });

  it("that was never there is a failure each time", async () => {
    const { state, has } = site();
    state.ids = undefined;
    await expect(has("most")).rejects.toThrow("out of reach");
    state.ids = ["most"];
    expect(await has("most")).toBe(true);
  });

  it("is read once for all who ask at once", async () => {
    const { state, has } = site();
    expect(await Promise.all([has("most"), has("most"), has("park")])).toEqual([true, true, false]);
    expect(state.reads).toBe(1);
  });

  it("must be a list of ids", async () => {
    await expect(site({ most: true }).has("most")).rejects.toThrow();
    const { has } = site(["most", 7, null]);
    expect([await has("most"), await has("7")]).toEqual([true, false]);
  });
});

describe("a practice", () => {
  it("is found by an earlier id, if it is one that is there today", async () => {
    const { nominees } = site(["most"], {
      formerIds: { bridge: "most", gone: "nowhere" },
      titles: { most: { bg: "Мост" } },
    });
    const most = { id: "most", titles: { bg: "Мост" }, formerIds: ["bridge"] };
    expect([await nominees.find("most"), await nominees.find("bridge")]).toEqual([most, most]);
    expect([await nominees.find("gone"), await nominees.find("nowhere")]).toEqual([undefined, undefined]);
  });

  it("needs no ballot paper: an older site has none", async () => {
    const { state, nominees } = site();
    state.paper = undefined;
    expect(await nominees.find("most")).toEqual({ id: "most", titles: {}, formerIds: [] });
    expect(await nominees.site()).toEqual({});
  });

  it("keeps its earlier ids while the ballot paper is out of reach", async () => {
    const { state, nominees } = site(["most"], { formerIds: { bridge: "most" } });
    await nominees.find("most");
    state.paper = "out of reach";
    state.now += 60_000;
    expect(await nominees.find("bridge")).toMatchObject({ id: "most", formerIds: ["bridge"] });
    // From the first reading on: counts without the earlier ids would be wrong.
    await expect(site(["most"], "out of reach" as unknown as object).nominees.formerIds()).rejects.toThrow();
  });
});
