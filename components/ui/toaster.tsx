"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { hostToasts } from "@/lib/client/toast";

// Without a network it cannot come, and a page must not fall over that.
const load = () => import("./toast-area").then(({ ToastArea }) => ToastArea, () => Nothing);
const ToastArea = dynamic(load, { ssr: false });
const SOON_MS = 2_000;

/** Waits for the first `toast.success(…)` of lib/client/toast, then shows them all. What shows them is there before it is needed: an outage is told by a toast, too. */
export function Toaster() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => hostToasts(() => setWanted(true)), []);
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([load(), import("sonner")]).catch(() => undefined), SOON_MS);
    return () => clearTimeout(timer);
  }, []);
  return wanted ? <ToastArea /> : null;
}

function Nothing() {
  return null;
}
