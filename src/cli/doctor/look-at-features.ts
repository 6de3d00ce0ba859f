import { readPrintFonts } from "../../print/typst/fonts.ts";
import { openPress } from "../../print/typst/press.ts";
import { installCommand, isInstalled } from "../../site/optional-packages.ts";
import { absent, fine, type Looking, type Remark, wrong } from "./remark.ts";

/** Whether printing and pictures work: their packages hold programs, which not every system can run. */
export async function lookAtFeatures(looking: Looking): Promise<readonly Remark[]> {
  return [
    await lookAtFeature("pdf", looking, () => printOneLine(looking)),
    await lookAtFeature("pictures", looking, () => import("sharp")),
  ];
}

async function lookAtFeature(
  feature: "pdf" | "pictures",
  { locale: { cli } }: Looking,
  attempt: () => Promise<unknown>,
): Promise<Remark> {
  const name = cli.features[feature];
  const command = installCommand(feature);
  if (!isInstalled(feature)) return absent(cli.doctor.absent(name, command));
  try {
    await attempt();
    return fine(cli.doctor.works(name));
  } catch (error) {
    const [reason = ""] = (error as Error).message.trim().split("\n");
    return wrong(cli.doctor.broken(name, reason.replace(/\.$/, ""), command));
  }
}

async function printOneLine({ folders }: Looking): Promise<void> {
  const setup = { workspace: folders.content.folder, fonts: readPrintFonts(), templates: new Map<string, string>() };
  const press = await openPress({ setup, processes: 1, timeoutMs: 60_000 });
  try {
    await press.use((line) => line.svg("Praktika"));
  } finally {
    await press.close();
  }
}
