"use client";

import { useEffect } from "react";

/** Tells the script of `holdEarlyClicks` that the page answers now. */
export function TakenOver() {
  useEffect(() => {
    // Not inside of React's own work: it takes a part of the page over at once when that is clicked, but only from outside.
    setTimeout(() => window.dispatchEvent(new Event("rollcall:taken-over")));
  }, []);
  return null;
}
