"use client";

import type { ReactNode } from "react";
import { useWebhookEndpoint } from "@/lib/client/queries/use-webhooks";
import type { EndpointWire } from "@/lib/contracts/webhook";
import { Deliveries } from "./deliveries";
import { EndpointHeader } from "./endpoint-header";
import { EndpointNotice } from "./endpoint-notice";
import { EndpointSettings } from "./endpoint-settings";

/** One endpoint, kept fresh while deliveries wait; `charts` come from the server. */
export function EndpointPage({ initial, charts }: { initial: EndpointWire; charts: ReactNode }) {
  const { data: endpoint } = useWebhookEndpoint(initial);
  return (
    <>
      <EndpointHeader endpoint={endpoint} />
      <EndpointNotice endpoint={endpoint} />
      {charts}
      <Deliveries endpoint={endpoint} />
      <EndpointSettings endpoint={endpoint} />
    </>
  );
}
