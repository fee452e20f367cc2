// A Chromium for the browser tests: one that is named, one that is there, or one that can be had.
import { existsSync } from "node:fs";
import path from "node:path";
import { run } from "./prepare.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** In this order: CHROMIUM_PATH, the system's, Playwright's own, Playwright's download, Debian's package (as root). */
export async function findChromium() {
  return process.env.CHROMIUM_PATH || findOnSystem() || (await findOfPlaywright()) || (await download()) || (await installPackage());
}

function findOnSystem() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))), ...PLACES];
  return candidates.find((file) => existsSync(file));
}

async function findOfPlaywright() {
  const { chromium } = await import("playwright-core");
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

async function download() {
  console.error("Downloading Chromium for the browser tests …");
  const withLibraries = process.getuid?.() === 0 ? ["--with-deps"] : [];
  const code = await run(process.execPath, ["node_modules/playwright/cli.js", "install", ...withLibraries, "chromium"], { tolerant: true });
  return code === 0 ? findOfPlaywright() : undefined;
}

async function installPackage() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  console.error("Installing Debian's Chromium for the browser tests …");
  await run("apt-get", ["update", "-q"], { tolerant: true });
  await run("apt-get", ["install", "-q", "-y", "--no-install-recommends", "chromium"], { tolerant: true });
  return findOnSystem();
}
