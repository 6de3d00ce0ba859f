import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const project = fileURLToPath(new URL("../..", import.meta.url));

/** What each source file below a folder imports from the project, as paths from its top. */
function importsBelow(folder: string): readonly { readonly file: string; readonly imported: string }[] {
  return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.m?ts$/.test(entry.name))
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const specifiers = readFileSync(path, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g);
      return [...specifiers].map(([, specifier = ""]) => ({
        file: fromTop(path),
        imported: fromTop(join(dirname(path), specifier)),
      }));
    });
}

const fromTop = (path: string): string => relative(project, path).split(sep).join("/");

test("the endpoint shares with the site the protocol, its own texts and the hidden state folder, and nothing else", () => {
  const shared = importsBelow("src/nomination").filter(({ imported }) => !imported.startsWith("src/nomination/"));
  expect([...new Set(shared.map(({ imported }) => imported))].sort()).toEqual([
    "src/core/derive-work-key.ts",
    "src/core/protocol.ts",
    "src/locales/en/endpoint-settings.ts",
    "src/locales/endpoint-pages.ts",
    "src/locales/endpoint.ts",
    "src/locales/types/endpoint-settings.ts",
    "src/locales/types/endpoint.ts",
    "src/state/make-folder.ts",
  ]);
});

test("only what runs or deploys the endpoint imports it", () => {
  const users = importsBelow("src").filter(
    ({ file, imported }) => imported.startsWith("src/nomination/") && !file.startsWith("src/nomination/"),
  );
  expect([...new Set(users.map(({ file }) => file.split("/")[1]))].sort()).toEqual(["cli", "dev"]);
  expect(importsBelow("deploy").some(({ imported }) => imported.startsWith("src/nomination/"))).toBe(true);
});
