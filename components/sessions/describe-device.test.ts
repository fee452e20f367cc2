import { describe, expect, it } from "vitest";
import { describeDevice } from "./describe-device";

describe("describeDevice", () => {
  it.each([
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36", "Chrome", "macOS", false],
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0", "Firefox", "Windows", false],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1", "Safari", "iOS", true],
  ])("names browser and system of %s", (userAgent, browser, system, mobile) => expect(describeDevice(userAgent)).toEqual({ browser, system, mobile }));

  it.each([null, "", "node", "my-app/1.0", "<script>"])("says nothing of %s", (userAgent) => expect(describeDevice(userAgent)).toBeNull());
});
