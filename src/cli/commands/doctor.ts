import { readFileSync } from "node:fs";
import { resolveFolders } from "../../site/folders.ts";
import type { Values } from "../arguments.ts";
import { lookAtRights, lookAtSpace } from "../doctor/look-at-disk.ts";
import { lookAtEndpoint } from "../doctor/look-at-endpoint.ts";
import { lookAtFeatures } from "../doctor/look-at-features.ts";
import { lookAtGit } from "../doctor/look-at-git.ts";
import { lookAtPackage } from "../doctor/look-at-package.ts";
import { lookAtWatching } from "../doctor/look-at-watching.ts";
import { fine, type Looking, type Remark, wrong } from "../doctor/remark.ts";
import { openContent } from "../open-content.ts";
import type { Terminal } from "../terminal.ts";

const signs = { fine: "✓", wrong: "✗", absent: "–" } as const;

/**
 * `praktika doctor`: looks at what an archive needs of the computer it lies on, and says in one line each how it is and what to do.
 * Returns 1 if anything is wrong.
 */
export async function runDoctor(values: Values, terminal: Terminal): Promise<number> {
  const folders = resolveFolders(String(values.root ?? "."), {
    ...(typeof values.content === "string" && { content: values.content }),
  });
  const looking: Looking = { folders, locale: terminal.locale };
  let isWell = true;
  for await (const { kind, text } of look(looking)) {
    isWell &&= kind !== "wrong";
    terminal.out(`${signs[kind]} ${text}\n`);
  }
  const texts = terminal.locale.cli.doctor;
  terminal.out(`${isWell ? texts.well : texts.ill}\n`);
  return isWell ? 0 : 1;
}

/** One remark after the other, so that a slow look does not keep the others. */
async function* look(looking: Looking): AsyncGenerator<Remark> {
  const { folders, locale } = looking;
  const texts = locale.cli.doctor;
  yield fine(texts.versions(readVersions()));
  const { listing, vocabulary } = openContent(folders);
  if (listing.site === undefined) {
    yield wrong(texts.noArchive(folders.root));
    yield lookAtSpace(looking);
    return;
  }
  yield fine(texts.archive(folders.root, listing.practices.length));
  yield* lookAtRights(looking);
  yield lookAtSpace(looking);
  yield await lookAtWatching(looking);
  yield lookAtGit(looking);
  yield* lookAtPackage(looking);
  yield* await lookAtFeatures(looking);
  yield await lookAtEndpoint(vocabulary.site, looking, new Date());
}

function readVersions() {
  const { version } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
  return { praktika: version, node: process.versions.node, system: `${process.platform} ${process.arch}` };
}
