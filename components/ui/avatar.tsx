import { cn } from "./cn";
import { LogoImage } from "./logo-image";

const hues = [268, 235, 205, 170, 145, 60, 25, 350, 310];
const sizes = { xs: "size-5 text-[0.5625rem]", sm: "size-6 text-2xs", md: "size-8 text-xs", lg: "size-11 text-base", xl: "size-14 text-xl" };

export type AvatarProps = { name: string; size?: keyof typeof sizes; shape?: "round" | "square"; imageUrl?: string | null; color?: string | null; className?: string };

/** Initials on a quiet colour that stays the same for a name; or an image; or initials on the given colour. Decorative: the name stands beside it. */
export function Avatar({ name, size = "sm", shape = "round", imageUrl, color, className }: AvatarProps) {
  const frame = cn("inline-flex shrink-0 items-center justify-center overflow-hidden font-semibold select-none", shape === "round" ? "rounded-full" : "rounded-md", sizes[size], className);
  const letters = (
    <span aria-hidden className={frame} style={color ? { background: color, color: readableOn(color) } : quietColours(name)}>
      {initials(name)}
    </span>
  );
  return imageUrl ? <LogoImage src={imageUrl} className={cn(frame, "bg-surface object-contain")} fallback={letters} /> : letters;
}

function quietColours(name: string) {
  const hue = hues[[...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % hues.length] ?? 268;
  return {
    background: `light-dark(oklch(0.92 0.045 ${hue}), oklch(0.34 0.06 ${hue}))`,
    color: `light-dark(oklch(0.4 0.1 ${hue}), oklch(0.87 0.07 ${hue}))`,
  };
}

function initials(name: string): string {
  const words = name.replace(/@.*/, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? "")][0] ?? "").join("").toUpperCase();
}

/** Black or white, whichever is read more easily on a `#rrggbb`. */
export function readableOn(color: string): "#000" | "#fff" {
  const channel = (index: number) => {
    const value = Number.parseInt(color.slice(1 + index * 2, 3 + index * 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2);
  return luminance > 0.179 ? "#000" : "#fff";
}
