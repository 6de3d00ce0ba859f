import { join } from "node:path";
import { setImmediate as immediate } from "node:timers/promises";
import type { Permalink } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";
import { createTarget } from "../../core/target.ts";
import { planRoutes } from "../../pages/pages.ts";
import { loadTemplates } from "../assets/load-templates.ts";
import { prepareTemplates } from "../assets/prepare-templates.ts";
import { createContext } from "../create-context.ts";
import type { CachedText } from "../incremental/folder-cache.ts";
import { BodyStore } from "../load/body-store.ts";
import { assembleTexts, keepTokens, type LoadedArchive } from "../load/load-archive.ts";
import { openTexts, type Texts } from "../load/read-texts.ts";
import { outputPlaceOf } from "../writer/manifest.ts";
import { OutputWriter } from "../writer/output-writer.ts";
import { RouteAdder } from "../writer/route-adder.ts";
import type { MadeShare, Order, Report, Setup, SharedParts, SharedTexts } from "./messages.ts";
import { packTexts, unpackTexts } from "./shared-texts.ts";

/*
 * What the second process of a build does: it carries out the orders of the first, one after the other, and ends with it.
 */

/** Temporary files that the first process has opened for both. */
const [otherFile, ownFile] = [4, 5];
const firstProcess = process.ppid;

/** What the second process knows so far. */
class Assistant {
  private readonly setup: Setup;
  /** Until all are arranged. */
  private texts: Texts | undefined;
  private readonly bodies: BodyStore;
  private readonly records = new Map<string, CachedText>();
  private loaded: LoadedArchive | undefined;
  private routes: ReadonlyMap<Permalink, Route> = new Map();
  private adder: RouteAdder | undefined;

  private constructor(setup: Setup, texts: Texts, bodies: BodyStore) {
    this.setup = setup;
    this.texts = texts;
    this.bodies = bodies;
  }

  static async open(setup: Setup): Promise<Assistant> {
    const bodies = new BodyStore({ own: ownFile, other: otherFile });
    const { content, state } = setup.folders;
    const texts = await openTexts({ content, bodies, readOnly: true, cache: join(state, "cache", "texts") });
    return new Assistant(setup, texts, bodies);
  }

  read(files: readonly string[]): SharedTexts {
    for (const file of files) this.records.set(file, known(this.texts).read(file));
    return packTexts(files, this.records, this.bodies);
  }

  adopt(texts: SharedTexts): void {
    for (const [file, record] of unpackTexts(texts, this.bodies))
      this.records.set(file, known(this.texts).cache.adopt(file, record));
  }

  assemble(): void {
    const { folders, withDrafts, place, extent } = this.setup;
    const options = { content: folders.content, bodies: this.bodies, withDrafts };
    this.loaded = assembleTexts(known(this.texts), this.records, options).value;
    keepTokens(this.records);
    this.texts = undefined;
    const routes = planRoutes(this.loaded.archive, createTarget(place, extent)).value;
    this.routes = new Map(routes.map((route) => [route.permalink, route]));
  }

  prepare({ tally, versions, socialImages, ...parts }: SharedParts): void {
    const { folders, place, extent } = this.setup;
    const loaded = known(this.loaded);
    const sources = loadTemplates(folders.templates).value;
    const templates = prepareTemplates(sources, { folder: join(folders.state, "cache"), readOnly: true }).value;
    const context = createContext(
      { ...loaded, archive: { ...loaded.archive, tally, versions } },
      {
        ...parts,
        socialImages,
        target: createTarget(place, extent),
        routes: [...this.routes.values()],
        templates,
        templateSources: sources,
      },
    );
    const writer = new OutputWriter(outputPlaceOf(folders), true);
    this.adder = new RouteAdder(context, { cells: loaded.cells, writer, last: undefined });
  }

  render(permalinks: readonly Permalink[]): MadeShare {
    const adder = known(this.adder);
    for (const permalink of permalinks) {
      // Nobody would take what is staged now, and the next build may be about to stage the same.
      if (process.ppid !== firstProcess) process.exit();
      adder.add(known(this.routes.get(permalink)));
    }
    return {
      ...known(adder.writer?.takeShare()),
      ledger: adder.dependencies.takePart(),
      written: adder.written.splice(0),
    };
  }

  finish(): ReadonlyMap<string, number> {
    return known(this.adder).counter.times;
  }
}

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("orders came in another order");
  return value;
}

/** Undefined where nothing is to be reported. */
function carryOut(order: Exclude<Order, { readonly name: "setup" }>, assistant: Assistant): Report | undefined {
  switch (order.name) {
    case "read":
      return { name: "texts", ...assistant.read(order.files) };
    case "texts":
      return void assistant.adopt(order);
    case "assemble":
      return void assistant.assemble();
    case "parts":
      return void assistant.prepare(order.parts);
    case "render":
      return { name: "rendered", count: order.permalinks.length, share: assistant.render(order.permalinks) };
    case "finish":
      return { name: "finished", times: assistant.finish() };
  }
}

/** Listens to the first process until it is gone. */
export function followOrders(): void {
  const report = (what: Report): void => void process.send?.(what);
  let assistant: Promise<Assistant> | undefined;
  const follow = async (order: Order): Promise<void> => {
    try {
      if (order.name === "setup") {
        assistant = Assistant.open(order);
        return;
      }
      const answer = carryOut(order, known(await assistant));
      if (answer) report(answer);
      // Others may have come meanwhile.
      await immediate();
    } catch (error) {
      report({ name: "failed", why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  };
  let last: Promise<void> = Promise.resolve();
  process.on("message", (order: Order) => {
    last = last.then(() => follow(order));
  });
  process.on("disconnect", () => process.exit());
}
