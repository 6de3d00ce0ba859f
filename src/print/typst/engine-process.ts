import { type Engine, type EngineSetup, startEngine } from "./engine.ts";
import { bookLetters, type EngineCall, type EngineResult } from "./press.ts";

/** Documents after which Typst forgets what it remembers: enough for the tries of one sheet, and memory stays small. */
const forgetAfter = 12;
/**
 * Letters of books after which Typst forgets what it has not used since it forgot last: some 330 practices, which take about a gigabyte. A book
 * is set in parts first and as a whole later, and uses then what it remembers of the parts.
 */
const keptLetters = 2_500_000;

/** Typst in a process of its own: first its setup comes, then one call after the other, each answered. */
let engine: Engine | undefined;
let documents = 0;
let letters = 0;

process.on("message", async (message: EngineSetup | EngineCall) => {
  let result: EngineResult;
  try {
    if ("workspace" in message) {
      engine = await startEngine(message);
      result = { value: "ready" };
    } else {
      result = { value: engine && run(engine, message) };
      if (message.name === "pdf" && ++documents % forgetAfter === 0) engine?.forget(0);
      if (message.name === "query" && message.letters > bookLetters) letters += message.letters;
      if (letters > keptLetters) {
        engine?.forget(1);
        letters = 0;
      }
    }
  } catch (error) {
    result = { error: error instanceof Error ? error.message : String(error) };
  }
  process.send?.(result);
});
// Without the command that started it there is nothing to do.
process.on("disconnect", () => process.exit());

function run(typst: Engine, call: EngineCall): unknown {
  switch (call.name) {
    case "pdf":
      return typst.pdf(call.source, call.inputs, call.kind);
    case "query":
      return typst.query(call.source, call.inputs, call.label);
    case "svg":
      return typst.svg(call.source, call.inputs);
    case "addFile":
      return typst.addFile(call.path, call.content);
  }
}
