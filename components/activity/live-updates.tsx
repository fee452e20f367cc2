"use client";

import { useLive } from "@/lib/client/use-live";

/** Keeps every page of an organization fresh from when it was rendered on; mounted once in its layout. Shows nothing. */
export function LiveUpdates({ organization, renderedAt }: { organization: string; renderedAt: string }) {
  useLive(organization, renderedAt);
  return null;
}
