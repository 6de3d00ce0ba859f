// Plugins of markdown-it without types of their own.
declare module "markdown-it-footnote" {
  import type { PluginSimple } from "markdown-it";

  const footnote: PluginSimple;
  export default footnote;
}
// Rules of markdown-it, which has no types for them.
declare module "markdown-it/lib/rules_inline/*.mjs" {
  import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";

  const rule: (state: StateInline, silent: boolean) => boolean;
  export default rule;
}
