import { chmodSync, cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { createDevApp } from "../../src/dev/dev-app.ts";
import { LiveSite } from "../../src/dev/live-site.ts";
import { openInEditor } from "../../src/dev/open-in-editor.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { fixture } from "../run-praktika.ts";
import { useFolder } from "../use-folder.ts";

const folder = useFolder();
const own = "http://localhost:4000";
const file = "content/practices/2004/edno-gishe.bg.md";
let site: LiveSite;
beforeAll(async () => {
  cpSync(fixture("small-site"), folder(), { recursive: true });
  site = await LiveSite.open(resolveFolders(folder(), {}), () => undefined);
});

function start(isLocal = true) {
  return createDevApp({
    site,
    printer: { print: () => Promise.reject(new Error()), close: async () => undefined },
    follows: false,
    isLocal,
    catchUp: async () => undefined,
    openInEditor: isLocal ? openInEditor : undefined,
  });
}

/** An editor that writes what it is given into a file. */
function useEditor() {
  const editor = join(folder(), `editor-${Math.random()}`);
  const script = 'for given in "$@"; do echo "$given"; done > "$0.given.part"; mv "$0.given.part" "$0.given"';
  writeFileSync(editor, `#!/bin/sh\n${script}\n`);
  chmodSync(editor, 0o755);
  process.env.LAUNCH_EDITOR = editor;
  onTestFinished(() => void delete process.env.LAUNCH_EDITOR);
  return `${editor}.given`;
}

async function open(app: ReturnType<typeof start>, place: object, headers: Record<string, string> = {}) {
  const token = await (await app.fetch(new Request(`${own}/__praktika/token`))).text();
  const request = new Request(`${own}/__praktika/open`, {
    method: "POST",
    headers: { Origin: own, "Praktika-Token": token, ...headers },
    body: JSON.stringify(place),
  });
  return (await app.fetch(request)).status;
}

describe.skipIf(process.platform === "win32")("a place in a text", () => {
  it("is opened in the editor at its line and column", async () => {
    const given = useEditor();
    expect(await open(start(), { file, line: 12, column: 3 })).toBe(204);
    await vi.waitFor(() => expect(existsSync(given)).toBe(true), { timeout: 60_000 });
    expect(readFileSync(given, "utf8")).toBe(`${join(folder(), file)}\n12\n3\n`);
  });

  it.each([
    ["from a page of another site", { Origin: "https://example.org" }],
    ["from a page of another server on this machine", { Origin: "http://localhost:5000" }],
    ["from a file or a frame without an origin", { Origin: "null" }],
    ["with another token", { "Praktika-Token": "00000000-0000-0000-0000-000000000000" }],
    ["without a token", { "Praktika-Token": "" }],
  ])("is not opened for a request %s", async (_, headers) => {
    const given = useEditor();
    expect(await open(start(), { file, line: 1, column: 1 }, headers)).toBe(403);
    expect(existsSync(given)).toBe(false);
  });

  it.each(["../secret", "content/../../secret", "/etc/passwd", "content/none.md", "dist/index.html", ""])(
    "must lie in the content or in the site's templates: not %j",
    async (path) => {
      useEditor();
      expect(await open(start(), { file: path })).toBe(404);
    },
  );

  it("is not opened here for pages that other machines may see, nor where no editor starts", async () => {
    useEditor();
    expect(await open(start(false), { file })).toBe(404);
    process.env.LAUNCH_EDITOR = join(folder(), "no-editor");
    expect(await open(start(), { file })).toBe(409);
  });
});

it("a page has a link that opens its text, with VS Code for browsers without script", async () => {
  const page = await (await start().fetch(new Request(`${own}/bg/practices/edno-gishe/`))).text();
  const path = `${folder()}/${file}`;
  expect(page).toContain(`<a href="vscode://file${path}:1:1" data-file="${file}" data-line="1" data-column="1">`);
});
