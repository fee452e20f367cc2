#!/usr/bin/env node
// Writes docs/scim-support.md from tests/scim-sections.json and the titles of the tests, so that a section counts as served
// only while a test names it. `--check` writes nothing and fails when the page is stale or a section has no test.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const PAGE = "docs/scim-support.md";

const sections = readJson("tests/scim-sections.json");
const tolerances = readJson("tests/idp/tolerances.json");
const sources = [...readTests(["lib", "app", "tests"]), ...readConversations("tests/idp")];

const untested = sections.filter((row) => testsOf(row).length === 0);
const page = render();

if (process.argv.includes("--check")) check();
else writeFileSync(PAGE, page);

function check() {
  const faults = untested.map(({ rfc, section }) => `RFC ${rfc} section ${section} is listed in tests/scim-sections.json, and no test names it.`);
  if (readFileSync(PAGE, "utf8") !== page) faults.push(`${PAGE} is stale: run "node scripts/scim-support.mjs".`);
  for (const fault of faults) console.error(fault);
  process.exit(faults.length === 0 ? 0 : 1);
}

/** Every title of a test file, with the groups it stands in left flat: what counts is which section is named where. */
function readTests(folders) {
  return folders.flatMap(walk).filter((file) => /\.test\.ts$/.test(file)).map((file) => ({ file, words: titles(readFileSync(file, "utf8")).join("\n") }));
}

function titles(text) {
  return [...text.matchAll(/\b(?:describe|it|test)(?:\.each\([^)]*\))?\(\s*(["'`])(.*?)\1/gs)].map((match) => match[2]);
}

function readConversations(folder) {
  return walk(folder)
    .filter((file) => file.endsWith(".json") && path.dirname(file) !== folder)
    .map((file) => ({ file, ...readJson(file) }))
    .map(({ file, title = "", about = "", tolerances: rows = [] }) => ({ file, words: `${title}\n${about}`, rows }));
}

function testsOf({ rfc, section }) {
  return sources.filter(({ words }) => namedSections(words).some((named) => named.rfc === rfc && named.section === section)).map(({ file }) => file);
}

/** "RFC 7644 section 3.5.2.1", "RFC 7644 §3.12", "RFC 7643 sections 4.1 and 4.3". */
function namedSections(words) {
  return [...words.matchAll(/RFC (\d{4}),? (?:sections? |§+ ?)((?:[\d.]*\d(?:, | and )?)+)/g)].flatMap(([, rfc, list]) =>
    [...list.matchAll(/[\d.]*\d/g)].map(([section]) => ({ rfc: Number(rfc), section })),
  );
}

function render() {
  const rows = sections.map((row) => `| ${row.rfc} | ${row.section} | ${row.title} | ${row.served} | ${links(testsOf(row))} |`);
  const quirks = Object.entries(tolerances).map(([row, text]) => `| ${row} | ${text} | ${links(conversationsOf(Number(row)))} |`);
  return `# What of SCIM is served

Written by \`node scripts/scim-support.mjs\` from the titles of the tests; the test command fails when this page is stale or a
section here has no test. RFC 7643 is the schema, RFC 7644 the protocol, RFC 9865 cursor paging.

| RFC | Section | | How | Tests |
|---|---|---|---|---|
${rows.join("\n")}

## What identity providers send beyond the RFCs

Each row is tolerated, counted for its connection, and played from a recorded conversation.

| # | Tolerated | Conversations |
|---|---|---|
${quirks.join("\n")}
`;
}

function conversationsOf(row) {
  return sources.filter(({ rows }) => rows?.includes(row)).map(({ file }) => file);
}

function links(files) {
  return [...new Set(files)].sort().map((file) => `[${path.basename(file).replace(/(\.db|\.http)?\.(test\.ts|json)$/, "")}](../${file})`).join(", ");
}

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" || entry.name === "generated" ? [] : walk(file);
    return [file];
  });
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
