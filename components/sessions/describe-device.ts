import Bowser from "bowser";

/** Browser and system of a User-Agent, as people call them; null for what no browser sends. Pure. */
export function describeDevice(userAgent: string | null): { browser: string; system: string; mobile: boolean } | null {
  if (!userAgent) return null;
  const { browser, os, platform } = Bowser.parse(userAgent);
  return browser.name && os.name ? { browser: browser.name, system: os.name, mobile: platform.type === "mobile" } : null;
}
