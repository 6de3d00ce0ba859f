import type { EndpointSettingTexts } from "../types/endpoint-settings.ts";

export const settings: EndpointSettingTexts = {
  missing: (name) => `${name} is missing`,
  short: (names, least) => `${names.join(" and ")} need at least ${least} characters each`,
  wholeNumber: (name) => `${name} must be a whole number`,
  atLeast: (name, least) => `${name} must be at least ${least}`,
  webAddress: (name) => `${name} must be an address that begins with https://`,
  choice: (name, choices) => `${name} must be ${oneOf(choices)}`,
  port: (name) => `${name} must be a number up to 65535`,
  networks: (name) => `${name} must be addresses or networks such as 10.0.0.0/8`,
  database: (name) => `${name} must be postgres://…, file:… or the path of a file such as ./votes.db`,
  encoding: (name) =>
    `${name}: the address of PostgreSQL cannot be read; characters such as # or @ in a password need %-encoding`,
  lostFile: (name) => `${name} must begin with postgres://: a file would be lost with the instance`,
  secretFile: (path, least) =>
    `${path} holds no secret of ${least} characters: delete it, and a new one is made, or set PRAKTIKA_SECRET`,
};

function oneOf(choices: readonly string[]): string {
  return choices.join(", ").replace(/, ([^,]*)$/, " or $1");
}
