"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { hostToasts } from "@/lib/client/toast";

const ToastArea = dynamic(() => import("./toast-area").then((module) => module.ToastArea), { ssr: false });

/** Waits for the first `toast.success(…)` of lib/client/toast, then shows them all. */
export function Toaster() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => hostToasts(() => setWanted(true)), []);
  return wanted ? <ToastArea /> : null;
}
