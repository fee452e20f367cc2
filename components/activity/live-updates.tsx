"use client";

import { useLive } from "@/lib/client/use-live";

/** Keeps every page of an organization fresh; mounted once in its layout. Shows nothing. */
export function LiveUpdates({ organization }: { organization: string }) {
  useLive(organization);
  return null;
}
