import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Rgb = [number, number, number];

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

describe("WCAG 2.2 1.4.3: every text is readable on every ground", () => {
  const grounds = ["background", "surface", "raised", "sunken"];
  const pairs = [
    ...["text", "muted", "faint", "accent-text", "danger-text"].flatMap((text) => grounds.map((ground) => [text, ground] as const)),
    ...["success", "warning", "info", "danger", "accent"].flatMap((tone) => [
      [`${tone}-text`, `${tone}-subtle`] as const,
      [`${tone}-text`, "surface"] as const,
      ["text", `${tone}-subtle`] as const,
      ["muted", `${tone}-subtle`] as const,
    ]),
    ["text", "pressed"] as const,
    ["muted", "pressed"] as const,
    ["on-accent", "accent"] as const,
    ["on-accent", "accent-hover"] as const,
    ["on-danger", "danger"] as const,
    ["on-danger", "danger-hover"] as const,
  ];
  for (const theme of ["light", "dark"] as const) {
    it.each(pairs)(`${theme}: %s on %s has 4.5:1`, (text, ground) => {
      expect(contrast(token(text, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
    });
  }
});

describe("WCAG 2.2 1.4.11: what tells a control or a state has 3:1", () => {
  const pairs = [
    ...["background", "surface", "raised", "sunken"].flatMap((ground) => [["control", ground] as const, ["accent-text", ground] as const]),
    ...["success", "danger", "info", "accent"].map((tone) => [tone, "surface"] as const),
  ];
  for (const theme of ["light", "dark"] as const) {
    it.each(pairs)(`${theme}: %s on %s has 3:1`, (part, ground) => {
      expect(contrast(token(part, theme), token(ground, theme))).toBeGreaterThanOrEqual(3);
    });
  }
});

function token(name: string, theme: "light" | "dark"): Rgb {
  const value = new RegExp(`--color-${name}: (.+);`).exec(css)?.[1];
  if (!value) throw new Error(`no token ${name}`);
  if (value === "#fff") return [1, 1, 1];
  const colours = [...value.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].map((match) => match.slice(1, 4).map(Number));
  const [lightness = 0, chroma = 0, hue = 0] = colours[theme === "light" ? 0 : 1] ?? [];
  return linearRgb(lightness, chroma, hue);
}

/** Björn Ottosson's OKLCH → linear sRGB, clipped to the gamut. */
function linearRgb(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function contrast(left: Rgb, right: Rgb): number {
  const luminance = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [dark = 0, light = 0] = [luminance(left), luminance(right)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}
