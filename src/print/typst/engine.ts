import type { NodeCompiler as Compiler, NodeError } from "@myriaddreamin/typst-ts-node-compiler";

import { declareAccessible } from "./declare-accessible.ts";

/** What Typst needs to start. */
export interface EngineSetup {
  /** Absolute path: the pictures of documents lie below it, and nothing else can be read. */
  readonly workspace: string;
  readonly fonts: readonly Uint8Array[];
  /** Templates by name; documents import them from `templatesFolder`. */
  readonly templates: ReadonlyMap<string, string>;
}

/** A document, and the files of its own that it imports, by their paths below the workspace. */
export interface PaperSource {
  readonly text: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Tagged, and checked by Typst against PDF/UA-1 and, if it can be, PDF/A-2a; untagged, for a document that shows pages of others. */
export type PdfKind = "readable" | "untagged";

export type Inputs = Readonly<Record<string, string>>;

/** Typst, as the rest of the program sees it. Every method throws an `Error` that says what is wrong with the document. */
export interface Engine {
  /** A document as a PDF. The same document gives the same bytes. */
  pdf(source: string, inputs: Inputs, kind: PdfKind): Uint8Array;
  /** The values of the `metadata` under a label. */
  query(source: string, inputs: Inputs, label: string): readonly unknown[];
  /** A document as drawings of its pages, one below the other. */
  svg(source: string, inputs: Inputs): string;
  /** Puts a file in the place of one below the workspace. */
  addFile(path: string, content: Uint8Array): void;
  /** Forgets what it remembers of documents and has not used for longer than so many times of forgetting. */
  forget(times: number): void;
}

/** Where documents find the templates; no file of the content can lie there. */
export const templatesFolder = "/.praktika-print";

/** Loads Typst and starts it. Rejects if the package is not installed. This is the only file that calls it. */
export async function startEngine({ workspace, fonts, templates }: EngineSetup): Promise<Engine> {
  const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
  });
  for (const [name, text] of templates) compiler.addSource(`${workspace}${templatesFolder}/${name}`, text);
  const stamp = createStamp();
  const attempt = <Value>(source: string, inputs: Inputs, work: (stamped: string) => Value): Value => {
    const stamped = stamp(source);
    try {
      return work(stamped);
    } catch (error) {
      throw new Error(explain(compiler, { source: stamped, inputs }, error));
    }
  };
  return {
    pdf: (source, inputs, kind) =>
      attempt(source, inputs, (text) => {
        const document = { mainFileContent: text, inputs: { ...inputs } };
        if (kind === "untagged") return compiler.pdf(document, { pdfTags: false });
        const readable = compiler.pdf(document, { pdfStandard: "ua-1" as never });
        return makeForArchives(compiler, document) ?? readable;
      }),
    query: (source, inputs, label) =>
      attempt(source, inputs, (text) => {
        const found = compiler.query({ mainFileContent: text, inputs: { ...inputs } }, { selector: `<${label}>` });
        return (found as readonly { readonly value: unknown }[]).map(({ value }) => value);
      }),
    svg: (source, inputs) =>
      attempt(source, inputs, (text) => compiler.plainSvg({ mainFileContent: text, inputs: { ...inputs } })),
    addFile: (path, content) => compiler.mapShadow(`${workspace}/${path}`, Buffer.from(content)),
    forget: (times) => compiler.evictCache(times),
  };
}

/** The same document for archives; undefined if something in it keeps it from that, such as a picture in the colours of a printing house. */
function makeForArchives(compiler: Compiler, document: Parameters<Compiler["pdf"]>[0]): Uint8Array | undefined {
  try {
    return declareAccessible(compiler.pdf(document, { pdfStandard: "a-2a" as never }));
  } catch {
    return undefined;
  }
}

/**
 * Puts a comment before and after each document that differs from the last one. Typst compares a document with the one before it, byte
 * by byte from both ends, and breaks down where the two differ in the middle of a letter; so they differ at once.
 */
function createStamp(): (source: string) => string {
  let last = "";
  let number = 0;
  return (source) => {
    if (source !== last) number = 1 - number;
    last = source;
    return `//${number}\n${source}\n//${number}`;
  };
}

/** The message of a failed document: what Typst threw is empty or meant for programmers, so it is asked once more. */
function explain(
  compiler: Compiler,
  { source, inputs }: { readonly source: string; readonly inputs: Inputs },
  thrown: unknown,
): string {
  const result = compiler.compile({ mainFileContent: source, inputs: { ...inputs } });
  const messages = (result.takeError() as NodeError | null)?.shortDiagnostics.map(({ message }) => String(message));
  // A document that breaks off lacks all that comes after: only the cause is worth a word.
  const causes = messages?.filter((message) => !/^label .* does not exist/.test(message));
  const reported = causes && causes.length > 0 ? causes : messages;
  if (reported && reported.length > 0) return [...new Set(reported)].join("; ");
  const written = thrown instanceof Error ? thrown.message : String(thrown);
  const quoted = [...written.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message]) => message);
  return quoted.length > 0 ? [...new Set(quoted)].join("; ") : written;
}
