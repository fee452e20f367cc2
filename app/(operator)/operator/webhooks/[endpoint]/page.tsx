import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { chartParameters } from "@/components/charts/chart-period";
import { CardSkeleton } from "@/components/overview/card-skeleton";
import { RefreshEvery } from "@/components/ui/refresh-every";
import { DeliveryCharts } from "@/components/webhooks/delivery-charts";
import { EndpointPage } from "@/components/webhooks/endpoint-page";
import { requireOperator } from "@/lib/auth/require-operator";
import type { ChartPeriod } from "@/lib/contracts/chart-period";
import { DomainError } from "@/lib/errors";
import { addressedId } from "@/lib/http/addressed-id";
import type { InstallationScope } from "@/lib/scope";
import type { WebhookEndpoint } from "@/lib/webhooks/endpoint";
import { findDeliveryActivity } from "@/lib/webhooks/find-delivery-activity";
import { getEndpoint } from "@/lib/webhooks/find-endpoints";
import { presentEndpoint } from "@/lib/webhooks/present-endpoint";

type Props = { params: Promise<{ endpoint: string }>; searchParams: Promise<SearchParams> };

const loadParameters = createLoader(chartParameters);

export async function generateMetadata() {
  return { title: (await getTranslations("webhooks"))("title") };
}

export default async function WebhookPage({ params, searchParams }: Props) {
  const { scope } = await requireOperator();
  const { endpoint: address } = await params;
  const [endpoint, { period }] = await Promise.all([open(scope, address), loadParameters(searchParams)]);
  const charts = (
    <Suspense fallback={<CardSkeleton />}>
      <Charts scope={scope} id={endpoint.id} period={period} />
    </Suspense>
  );
  return (
    <>
      <RefreshEvery seconds={30} />
      <EndpointPage initial={presentEndpoint(endpoint)} charts={charts} />
    </>
  );
}

async function Charts({ scope, id, period }: { scope: InstallationScope; id: string; period: ChartPeriod }) {
  return <DeliveryCharts period={period} activity={await findDeliveryActivity(scope, id, period)} />;
}

async function open(scope: InstallationScope, address: string): Promise<WebhookEndpoint> {
  try {
    return await getEndpoint(scope, addressedId("webhook-endpoint", address));
  } catch (error) {
    if (error instanceof DomainError && error.kind === "not_found") notFound();
    throw error;
  }
}
