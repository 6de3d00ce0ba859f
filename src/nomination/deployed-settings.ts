import { type Environment, readSettings, type Settings, SettingsError } from "./settings.ts";

/**
 * Settings of an endpoint away from its site's files: it has to know the site's address, and whatever else is `needed`
 * there. Throws `SettingsError` with everything that is missing or wrong.
 */
export function readDeployedSettings(environment: Environment, needed: readonly string[] = []): Settings {
  const problems = ["PRAKTIKA_SITE_URL", ...needed]
    .filter((name) => !environment[name])
    .map((name) => `${name} is missing`);
  let settings: Settings | undefined;
  try {
    settings = readSettings(environment);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    problems.unshift(error.message);
  }
  if (!settings || problems.length > 0) throw new SettingsError(problems.join("; "));
  return settings;
}
