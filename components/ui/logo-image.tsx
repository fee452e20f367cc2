"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/** A logo from anywhere, shown as it is, without the optimizer; `fallback` where it cannot be had. */
export function LogoImage({ src, className, fallback }: { src: string; className: string; fallback: ReactNode }) {
  const image = useRef<HTMLImageElement>(null);
  const [broken, setBroken] = useState(false);
  // It may have failed before React was there to hear of it.
  useEffect(() => setBroken(Boolean(image.current?.complete && image.current.naturalWidth === 0)), [src]);
  if (broken) return fallback;
  return <img ref={image} src={src} alt="" onError={() => setBroken(true)} className={className} />;
}
