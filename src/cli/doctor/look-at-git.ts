import { spawnSync } from "node:child_process";
import { absent, fine, type Looking, type Remark, wrong } from "./remark.ts";

/** What must not be in git: the secret of the endpoint, votes, files with passwords. Examples of such files may. */
const secretPaths = [".praktika", ".env", ".env.*", "*.sqlite", ":!*.example", ":!.praktika/.gitignore"];
const maxShown = 3;

/** Whether an archive is in git as it should be. */
export function lookAtGit({ folders, locale }: Looking): Remark {
  const texts = locale.cli.doctor;
  const git = (...args: readonly string[]) =>
    spawnSync("git", args, {
      cwd: folders.root,
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C" },
    });
  const inside = git("rev-parse", "--is-shallow-repository");
  if (inside.error) return absent(texts.noGit);
  if (inside.status !== 0) {
    const [reason = ""] = inside.stderr.replace(/^fatal: /, "").split("\n");
    // A repository of somebody else: git says by which command to trust it.
    const [fix = ""] = /git config --global --add safe\.directory .*/.exec(inside.stderr) ?? [];
    return fix ? wrong(texts.gitRefuses(`${reason} ${fix}`)) : absent(texts.noRepository);
  }
  const secrets = git("ls-files", "--", ...secretPaths)
    .stdout.split("\n")
    .filter(Boolean);
  if (secrets.length > 0) {
    const shown = secrets.slice(0, maxShown).join(", ");
    return wrong(texts.secretInGit(secrets.length > maxShown ? `${shown} …` : shown));
  }
  return inside.stdout.trim() === "true" ? wrong(texts.shallow) : fine(texts.git);
}
