"use client";

import { useEffect } from "react";

/** Tells the script of `holdEarlyClicks` that the page answers now. */
export function TakenOver() {
  useEffect(() => {
    window.dispatchEvent(new Event("rollcall:taken-over"));
  }, []);
  return null;
}
