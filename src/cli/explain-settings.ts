import type { CliTexts } from "../locales/types/cli.ts";
import { describeSettings, SettingsError } from "../nomination/settings.ts";
import { UsageError } from "./arguments.ts";

/** An error about settings of the endpoint in the editor's language; any other error as it is. */
export function explainSettings(error: unknown, texts: CliTexts): unknown {
  return error instanceof SettingsError ? new UsageError(describeSettings(error.problems, texts.settings)) : error;
}
