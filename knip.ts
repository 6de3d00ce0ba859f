import type { KnipConfig } from "knip";
import { pageScripts } from "./src/pages/pages.ts";

const config: KnipConfig = {
  entry: [
    "src/cli/main.ts",
    "src/cli/launch.js",
    "src/cli/launch-with-newer-node.js",
    "src/nomination/node/sqlite-thread-worker.ts",
    "src/dev/browser/*.ts",
    "src/nomination/entries/*.ts",
    "src/print/typst/engine-process.ts",
    "src/site/second-process/run-second-process.ts",
    "src/nomination/captcha/tools/*.ts",
    "deploy/bundle.ts",
    "deploy/netlify/functions/*.mts",
    "test/setup/{shared-services,whole-run,each-file}.ts",
    "test/bench/*.ts",
    "test/docs/draw-pictures.ts",
    "test/bench/nominations/{run,server,price,sounds,waiting}.ts",
    "test/nomination/stores/d1-worker.ts",
    "test/nomination/faults/die-after-commit.ts",
    ...pageScripts.map(({ source }) => `src/${source}`),
  ],
  project: ["src/**/*.{ts,js}", "test/**/*.ts", "deploy/**/*.{ts,mts}"],
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Read by path, or not at all: fonts, a package that another one wants.
  ignoreDependencies: [
    "@expo-google-fonts/source-sans-3",
    "@expo-google-fonts/source-serif-4",
    "@fontsource/source-sans-3",
    "@fontsource/source-serif-4",
    "@fontsource-variable/source-sans-3",
    "@fontsource-variable/source-serif-4",
    "opentype.js",
    "@fontsource-variable/material-symbols-outlined",
  ],
  ignoreBinaries: ["espeak-ng", "flite", "hugo", "sox"],
};

export default config;
