#!/usr/bin/env node
// The door of the program. Node 10 must be able to read this file, so that it can say what is missing: no static import, no
// import.meta, nothing newer. Everything else is behind import().
const needed = [22, 18];

const [major, minor] = process.versions.node.split(".").map(Number);
const isNewEnough = major > needed[0] || (major === needed[0] && minor >= needed[1]);

function refuse() {
  const version = needed.join(".");
  const found = process.versions.node;
  console.error(
    `Praktika иска Node ${version} или по-нов, а тук е ${found}: https://nodejs.org\nPraktika needs Node ${version} or newer, and this is ${found}: https://nodejs.org`,
  );
  process.exit(2);
}

if (isNewEnough) import("./launch.js").then(({ launch }) => launch());
else import("./launch-with-newer-node.js").then(({ launchWithNewerNode }) => launchWithNewerNode(refuse), refuse);
