"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Reads the page anew every few seconds while someone looks at it. */
export function RefreshEvery({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => (document.visibilityState === "visible" ? router.refresh() : undefined), seconds * 1000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return null;
}
