/** Where a new archive will be published. */
export const hosts = ["github", "gitlab", "netlify", "cloudflare", "server", "usb", "none"] as const;
export type Host = (typeof hosts)[number];

/** What `praktika init` asks, says and writes. */
export interface InitTexts {
  readonly intro: string;
  /** Each is followed by the answer that an empty line stands for. */
  readonly questions: Readonly<Record<"name" | "languages" | "url" | "publisher" | "host" | "nominations", string>>;
  /** Answers to questions of yes or no. */
  readonly answers: Readonly<Record<"yes" | "none", readonly string[]>>;
  /** With what was written and what is possible. */
  readonly notPossible: (written: string, allowed: string) => string;
  readonly hostNames: Readonly<Record<Host, string>>;
  readonly stopped: string;
  readonly nothingMissing: (folder: string) => string;
  /** After the list of files; with the commands that come next. */
  readonly done: (commands: readonly string[]) => string;
  /** Comments of site.yaml, by the setting that they stand above. */
  readonly comments: Readonly<
    Record<
      | "head"
      | "name"
      | "description"
      | "publisher"
      | "baseUrl"
      | "languages"
      | "editorLanguage"
      | "nominations"
      | "none"
      | "licence",
      string
    >
  >;
  readonly themes: Readonly<Record<"environment" | "education" | "administration", string>>;
  readonly pages: Readonly<Record<"about" | "privacy", StarterPage>>;
  /** What the privacy page says, in small letters, as long as `scripts:` in site.yaml names no other site. */
  readonly nothingElsewhere: string;
  /** What the privacy page adds where readers can nominate. */
  readonly privacyOfNominations: string;
  readonly practice: {
    readonly title: string;
    readonly innovator: string;
    readonly summary: string;
    readonly body: string;
  };
  /** The archive's own README. */
  readonly readme: (archive: { readonly name: string; readonly host: Host }) => string;
}

export interface StarterPage {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
}
