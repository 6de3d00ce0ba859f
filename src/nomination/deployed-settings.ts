import { type Environment, readText } from "./environment.ts";
import { type DescribeSetting, readSettings, type Settings, SettingsError } from "./settings.ts";

/**
 * Settings of an endpoint away from its site's files: it has to know the site's address, and whatever else is `needed`
 * there. Throws `SettingsError` with everything that is missing or wrong.
 */
export function readDeployedSettings(environment: Environment, needed: readonly string[] = []): Settings {
  const missing = ["PRAKTIKA_SITE_URL", ...needed].filter((name) => {
    const value = environment[name];
    return typeof value === "string" ? readText(environment, name) === "" : !value;
  });
  const problems = missing.map(
    (name): DescribeSetting =>
      (texts) =>
        texts.missing(name),
  );
  let settings: Settings | undefined;
  try {
    settings = readSettings(environment);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    problems.unshift(...error.problems);
  }
  if (!settings || problems.length > 0) throw new SettingsError(...problems);
  return settings;
}
