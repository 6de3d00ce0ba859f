import type { Host, InitTexts } from "../types/init.ts";

const publishing: Readonly<Record<Host, string>> = {
  github:
    "Publish: choose “GitHub Actions” under Settings → Pages. Every push to the branch `main` then publishes the archive (`.github/workflows/publish.yml`).",
  gitlab: "Publish: every push to the default branch publishes the archive with GitLab Pages (`.gitlab-ci.yml`).",
  netlify: "Publish: connect the repository at Netlify; `netlify.toml` says how the site is built.",
  cloudflare:
    "Publish: connect the repository at Cloudflare (Workers); build command `npm run build`, deploy command `npx wrangler deploy` (`wrangler.jsonc`).",
  server: "Publish: run `npm run build` and copy the folder `dist/` to the server.",
  usb: "Give it on: `npx praktika build --bundle` writes one ZIP that opens from a USB stick without a network.",
  none: "Publish: `npx praktika init --host …` writes later what a host needs (github, gitlab, netlify, cloudflare, server, usb).",
};

export const initTexts: InitTexts = {
  intro: "A new archive. Press Enter to take what stands in brackets; everything can be changed later.",
  questions: {
    name: "Name of the archive",
    languages: "Languages of the archive, the first is the default (bg, en)",
    url: "Web address of the published archive, if it is known",
    publisher: "Publisher, if there is one",
    host: "Where it will be published (github, gitlab, netlify, cloudflare, server, usb, none)",
    nominations: "Readers can nominate practices (yes, no)",
  },
  answers: { yes: ["yes", "y"], none: ["no", "n", "none"] },
  notPossible: (written, allowed) => `“${written}” is not possible here. Possible are: ${allowed}.`,
  hostNames: {
    github: "GitHub Pages",
    gitlab: "GitLab Pages",
    netlify: "Netlify",
    cloudflare: "Cloudflare",
    server: "a server of your own",
    usb: "a USB stick only",
    none: "not decided yet",
  },
  stopped: "Nothing was written.",
  nothingMissing: (folder) => `Nothing is missing in ${folder}.`,
  done: (commands) => `The archive is ready. Next:\n${commands.map((command) => `  ${command}`).join("\n")}`,
  comments: {
    head: "Settings of the site. What each means: node_modules/praktika/docs/settings.md, and VS Code beside each line.",
    name: "The name of the archive: it heads every page and every printed sheet.",
    description: "One sentence about what this site is. It appears on the home page and in search engines.",
    publisher: "Who is responsible for the archive.",
    baseUrl:
      "The full address of the site, without a slash at the end. It is printed on the sheets and encoded in their QR codes.",
    languages: "The languages of the site. The first is the default.",
    editorLanguage: "The language in which editors get messages.",
    nominations: "The address of the service that accepts nominations. Empty: the same address as the site.",
    none: "The archive has no nominations. To have some, write “nominations: {endpoint: …}”.",
    licence: "The licence under which the texts may be used.",
  },
  themes: { environment: "Environment", education: "Education and culture", administration: "Administrative services" },
  pages: {
    about: {
      title: "About the archive",
      summary: "What the archive collects and who makes it.",
      body: "This archive collects practices that others can apply: what was difficult, what was done, and what has changed.\n\nWrite here who makes the archive, which practices it takes and how to reach you.",
    },
    privacy: {
      title: "Privacy",
      summary: "The site uses no cookies, does not follow readers and loads nothing from other sites.",
      body: "You can read, search and print without telling us anything about yourself.\n\n## When you read\n\n- The site sets no cookies.\n- It loads nothing from other sites.\n- The search runs in your browser; the words you search for do not reach us.\n- Pages that you open stay in your browser, so that they can be read without a network. The page “The archive offline” deletes them.\n\nAs with every site, the hosting provider sees the network address of a request.",
    },
  },
  nothingElsewhere: "loads nothing from other sites",
  privacyOfNominations:
    "## When you nominate a practice\n\nNo name and no e-mail are asked for. The service learns which practice it is, a signed challenge and your answer. The public log holds the day, the practice and a hash. Your network address is not stored; a hash of its beginning serves to count the nominations of one network and is erased on the next day.",
  practice: {
    title: "An example practice",
    innovator: "An example organisation",
    summary: "An example that shows how a practice is written. Delete it when you have one of your own.",
    body: "## Background\n\nDescribe the difficulty: whom it concerned, since when, and what had been tried before.\n\n## Practice\n\nDescribe what was done, step by step, so that somebody else can do the same.\n\n## Results\n\nDescribe what has changed, with figures if there are any.",
  },
  readme: ({ name, host }) => `# ${name}

An archive of practices, made with Praktika. You need [Node](https://nodejs.org) 22.18 or newer.

| to | run |
|---|---|
| install the program, once | \`npm install\` |
| see the archive while you write | \`npm run dev\` |
| begin a practice | \`npx praktika new\` |
| look for mistakes | \`npm run check\` |
| make the site and look at it | \`npm start\` |
| take a newer version of the program | \`npm update\` |

Practices are in \`content/practices/\`, pages such as “About the archive” in \`content/pages/\`, settings in \`content/site.yaml\`,
themes in \`content/themes.yaml\`, pictures in \`content/media/\`. \`dist/\` and \`.praktika/\` are made by the program and do not belong in git.

Who writes practices has a handbook: \`node_modules/praktika/content/pages/handbook.en.md\`.
Who designs and publishes the site has another: \`node_modules/praktika/docs/handbook.en.md\`.

${publishing[host]}
`,
};
