// node scripts/weigh.mjs [--check] [page]: the JavaScript that a browser needs before each page works, as the build's own
// manifests list it, in the bytes that travel: packed by the build (Brotli). With --check it fails for a page above the limit. With the name of a page it lists that page's files.
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";

const LIMIT_KB = 200;
const build = JSON.parse(readFileSync(".next/build-manifest.json", "utf8"));
const sizes = new Map();
const wanted = process.argv.slice(2).find((argument) => !argument.startsWith("--"));

const pages = readdirSync(".next/server/app", { recursive: true })
  .filter((file) => file.endsWith("page_client-reference-manifest.js"))
  .map((file) => weigh(path.join(".next/server/app", file)))
  .sort((left, right) => right.kilobytes - left.kilobytes);
for (const { route, kilobytes } of pages) console.log(`${kilobytes.toFixed(1).padStart(6)} KB  ${route}`);
if (wanted) for (const file of pages.find(({ route }) => route.endsWith(wanted))?.files ?? []) console.log(`${(sizeOf(file) / 1024).toFixed(1).padStart(6)} KB  ${file}`);
const heavy = pages.filter(({ kilobytes }) => kilobytes > LIMIT_KB);
console.log(heavy.length === 0 ? `All ${pages.length} pages are below ${LIMIT_KB} KB.` : `${heavy.length} pages are above ${LIMIT_KB} KB.`);
if (process.argv.includes("--check") && heavy.length > 0) process.exitCode = 1;

function weigh(manifest) {
  const context = { globalThis: {} };
  vm.runInNewContext(readFileSync(manifest, "utf8"), context);
  const [route, { entryJSFiles }] = Object.entries(context.globalThis.__RSC_MANIFEST ?? context.__RSC_MANIFEST)[0];
  const files = [...new Set([...build.rootMainFiles, ...Object.values(entryJSFiles).flat()])].sort((left, right) => sizeOf(right) - sizeOf(left));
  return { route: route.replace(/\/page$/, "") || "/", files, kilobytes: files.reduce((sum, file) => sum + sizeOf(file), 0) / 1024 };
}

function sizeOf(file) {
  if (!sizes.has(file)) sizes.set(file, statSync(path.join(".next", `${file}.br`)).size);
  return sizes.get(file);
}
