import { getTranslations } from "next-intl/server";
import { Endpoints } from "@/components/webhooks/endpoints";
import { requireOperator } from "@/lib/auth/require-operator";
import { findEndpoints } from "@/lib/webhooks/find-endpoints";
import { presentEndpoint } from "@/lib/webhooks/present-endpoint";

export async function generateMetadata() {
  return { title: (await getTranslations("webhooks"))("title") };
}

export default async function WebhooksPage() {
  const { scope } = await requireOperator();
  return <Endpoints endpoints={(await findEndpoints(scope)).map(presentEndpoint)} />;
}
