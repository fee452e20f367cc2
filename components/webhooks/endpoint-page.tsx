"use client";

import { useWebhookEndpoint } from "@/lib/client/queries/use-webhooks";
import type { EndpointWire } from "@/lib/contracts/webhook";
import { Deliveries } from "./deliveries";
import { EndpointHeader } from "./endpoint-header";
import { EndpointNotice } from "./endpoint-notice";
import { EndpointSettings } from "./endpoint-settings";

/** One endpoint, kept fresh while deliveries wait. */
export function EndpointPage({ initial }: { initial: EndpointWire }) {
  const { data: endpoint } = useWebhookEndpoint(initial);
  return (
    <>
      <EndpointHeader endpoint={endpoint} />
      <EndpointNotice endpoint={endpoint} />
      <Deliveries endpoint={endpoint} />
      <EndpointSettings endpoint={endpoint} />
    </>
  );
}
