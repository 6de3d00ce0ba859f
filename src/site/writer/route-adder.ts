import { outputPath } from "../../archive/permalinks.ts";
import type { Cells } from "../../core/cells/cells.ts";
import type { Rewritten } from "../../core/model/rewrite-reason.ts";
import type { Artifact, Route } from "../../core/model/route.ts";
import type { RenderContext } from "../../pages/kit/context.ts";
import { companionFolder, listCompanions, remade, renderContent } from "../../pages/pages.ts";
import { Dependencies } from "../incremental/dependencies.ts";
import type { KeptValues } from "../incremental/kept-values.ts";
import type { Ledger } from "../incremental/ledger.ts";
import { identifyProgram } from "../incremental/program-identity.ts";
import type { MadeShare } from "../second-process/messages.ts";
import { type KindStats, StatsCounter } from "../site-stats.ts";
import type { OutputWriter } from "./output-writer.ts";

/** Makes the files of routes, gives them to the writer and notes what they are made of. */
export class RouteAdder {
  readonly dependencies: Dependencies;
  readonly counter = new StatsCounter();
  /** Paths of files that have to be written. */
  readonly written: string[] = [];
  /** Undefined if nothing is written. */
  readonly writer: OutputWriter | undefined;
  private readonly context: RenderContext;

  /** @param parts.cells all that rendering can look at; @param parts.last the ledger of the last build; @param parts.values what it left */
  constructor(
    context: RenderContext,
    parts: {
      readonly cells: Cells;
      readonly writer: OutputWriter | undefined;
      readonly last: Ledger | undefined;
      readonly values?: KeptValues;
    },
  ) {
    this.context = context;
    this.writer = parts.writer;
    const { place, extent } = context.target;
    const making = Object.entries(remade).map(([kind, make]) => [kind, (key: string) => make(key, context)]);
    const made = { program: identifyProgram(), options: `${place} ${extent}` };
    const { cells, values } = parts;
    this.dependencies = new Dependencies({ cells, remade: Object.fromEntries(making), values }, made, parts.last);
  }

  /** Adds a file that is not made of what pages are made of. */
  readonly copy = ({ path, content }: Artifact): void => {
    if (this.writer?.add({ path, content })) this.written.push(path);
  };

  /** Keeps the files of a route if they would be what they were, else makes them. Throws `TemplateFault`. */
  add(route: Route): void {
    this.counter.time(route.kind, () => this.keepOrMake(route));
  }

  /** Takes over what the second process has made. */
  adopt({ ledger, written, ...share }: MadeShare): void {
    this.writer?.adopt(share);
    this.dependencies.adopt(ledger);
    for (const path of written) this.written.push(path);
  }

  get rewritten(): Rewritten {
    const { written, dependencies } = this;
    return { paths: written, reasonsOf: (path) => dependencies.explain(path, !dependencies.knows(path)) };
  }

  /** What the files that have been added are, by kind. */
  stats(): readonly KindStats[] {
    // Worked out at the end: kept from the beginning it would be one more address of each file.
    const kinds = new Map<string, string>();
    for (const route of this.context.routes) {
      const folder = companionFolder(route);
      kinds.set(outputPath(route.permalink), route.kind);
      if (folder !== undefined) kinds.set(folder, route.kind);
    }
    return this.counter.list(this.writer?.files() ?? [], kinds);
  }

  private keepOrMake(route: Route): void {
    const { writer, dependencies, context } = this;
    const file = outputPath(route.permalink);
    const folder = companionFolder(route);
    const keepsFolder = (): boolean => folder === undefined || writer?.keepFolder(folder) === true;
    if (writer && dependencies.isSame(file) && writer.keep(file) && keepsFolder()) {
      dependencies.keep(file);
      return;
    }
    // What is made in pieces is made while it is added.
    const isNew = dependencies.make(file, () => {
      // A file is made of its route, too: another kind of page may come to lie at an address.
      context.planned.has(route.permalink);
      // Rendered also where nothing is written: a check looks for faults of templates.
      const content = renderContent(route, context);
      return writer?.add({ path: file, content });
    });
    if (isNew) this.written.push(file);
    for (const { path, render } of listCompanions(route, context)) {
      // Its name tells its content, to the same program.
      if (dependencies.isOfSameProgram && writer?.keep(path)) continue;
      this.copy({ path, content: render() });
    }
  }
}
