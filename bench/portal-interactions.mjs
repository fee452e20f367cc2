// The longest delay from a key or click to the next frame, as Chromium reports it (event timing), for what people do on the main pages.

/** Prints the delay of each act. `open` makes a page of a signed-in browser. */
export async function measureInteractions({ open, base, print }) {
  const page = await open();
  for (const [path, acts] of Object.entries(plan(page))) {
    await page.goto(`${base}${path}`, { waitUntil: "load" });
    await page.waitForTimeout(800);
    await watch(page);
    for (const [name, act] of acts) print(`${path || "/"} ${name}`, [await delayOf(page, act)]);
  }
  await page.context().close();
}

function plan(page) {
  const menu = ["opening the user menu", () => page.getByRole("button", { expanded: false }).last().click()];
  const search = ["typing a search", () => page.getByRole("searchbox").first().pressSequentially("hana", { delay: 60 })];
  const clear = ["clearing it", () => page.getByRole("searchbox").first().fill("")];
  return {
    "": [menu, ["opening search (Ctrl+K)", () => page.keyboard.press("Control+k")], ["typing in it", () => page.keyboard.type("hana", { delay: 60 })]],
    "/members": [
      search,
      clear,
      ["opening a filter", () => page.getByRole("combobox").first().click()],
      ["choosing in it", () => page.getByRole("option").nth(1).click()],
      ["sorting", () => page.locator("thead button").first().click()],
      ["next page", () => page.getByRole("navigation").getByRole("button").last().click()],
      ["opening a person", () => page.locator("main a[data-row-link]").first().click()],
    ],
    "/groups": [search, clear, ["sorting", () => page.locator("thead button").nth(1).click()], ["opening a group", () => page.locator("main a[data-row-link]").first().click()]],
    "/audit": [["opening an entry", () => page.locator("tbody tr").first().click()]],
  };
}

async function watch(page) {
  await page.evaluate(() => {
    window.slowest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.slowest = Math.max(window.slowest, entry.duration)))).observe({ type: "event", durationThreshold: 16, buffered: true });
  });
}

async function delayOf(page, act) {
  await page.evaluate(() => void (window.slowest = 0));
  await act();
  await page.waitForTimeout(1000);
  return page.evaluate(() => window.slowest);
}
