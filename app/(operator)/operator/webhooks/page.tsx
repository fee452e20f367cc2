import { getTranslations } from "next-intl/server";
import { CreateEndpointDialog } from "@/components/webhooks/create-endpoint-dialog";
import { EndpointsTable } from "@/components/webhooks/endpoints-table";
import { PageHeader } from "@/components/ui/page-header";
import { requireOperator } from "@/lib/auth/require-operator";
import { findEndpoints } from "@/lib/webhooks/find-endpoints";
import { presentEndpoint } from "@/lib/webhooks/present-endpoint";

export async function generateMetadata() {
  return { title: (await getTranslations("webhooks"))("title") };
}

export default async function WebhooksPage() {
  const { scope } = await requireOperator();
  const t = await getTranslations("webhooks");
  const endpoints = (await findEndpoints(scope)).map(presentEndpoint);
  // The empty table offers the same button.
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={endpoints.length > 0 ? <CreateEndpointDialog /> : null} />
      <EndpointsTable endpoints={endpoints} />
    </>
  );
}
