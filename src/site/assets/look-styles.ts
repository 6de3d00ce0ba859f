import { type FontFiles, fontRoles, fontStyles, type Look, type Palette, usualSize } from "../../core/model/look.ts";

/** Style sheets that are made from `theme:` and `print:` of site.yaml, by name below templates/assets/. */
export function composeLookStyles(look: Look): ReadonlyMap<string, string> {
  return new Map([
    ["css/theme.css", composeTheme(look)],
    ["css/paper.css", composePaper(look)],
  ]);
}

/** Custom properties of screens, light and dark. What is on paper of its own, such as covers, keeps the light colours. */
function composeTheme({ light, dark, fonts }: Look): string {
  const faces = fontRoles.flatMap((role) => fontStyles.flatMap((style) => faceOf(role, style, fonts[role][style])));
  const families = fontRoles.flatMap((role) =>
    Object.keys(fonts[role]).length === 0 ? [] : [`  --own-${role}: "${ownFamily(role)}";\n`],
  );
  return `${faces.join("")}:root {
${properties(light)}  --sheet: ${light.paper};
  --sheet-ink: ${light.ink};
  --cover: ${light.accent};
  --cover-ink: ${light.paper};
${families.join("")}}

@media (prefers-color-scheme: dark) {
  :root {
${properties(dark)}  }
}
`;
}

/** What readers print themselves: the margins of the paper, colours, and the size of type beside the usual one. */
function composePaper({ print: { colours, hasOwnAccent, margins, size } }: Look): string {
  const { inside, outside, top, bottom } = margins;
  const accent = hasOwnAccent ? colours.accent : colours.ink;
  return `@page {
  size: auto;
  margin: ${top}mm ${outside}mm ${bottom}mm ${inside}mm;
}

@page :left {
  margin: ${top}mm ${inside}mm ${bottom}mm ${outside}mm;
}

:root {
${properties({ paper: "#ffffff", tint: "#ffffff", ...colours, warm: colours.quiet, accent })}  --type: ${size / usualSize};
  --page-margins: ${top + bottom}mm;
  --sheet: #ffffff;
  --sheet-ink: #000000;
}
`;
}

function properties(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `  --${name}: ${colour};\n`)
    .join("");
}

function ownFamily(role: string): string {
  return `Own ${role}`;
}

function faceOf(role: string, style: (typeof fontStyles)[number], file: FontFiles[typeof style]): readonly string[] {
  if (file === undefined) return [];
  const weight = style.startsWith("bold") ? "600 700" : "400";
  return [
    `@font-face {
  font-family: "${ownFamily(role)}";
  font-style: ${/italic/i.test(style) ? "italic" : "normal"};
  font-weight: ${weight};
  font-display: swap;
  src: url("../${file}");
}

`,
  ];
}
