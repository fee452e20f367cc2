"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { EndpointWire } from "@/lib/contracts/webhook";
import { CreateEndpointDialog } from "./create-endpoint-dialog";
import { EndpointsTable } from "./endpoints-table";

/** All webhook endpoints, and the dialog that adds one. It belongs to the page: what the list shows meanwhile never closes it. */
export function Endpoints({ endpoints }: { endpoints: EndpointWire[] }) {
  const t = useTranslations("webhooks");
  const [adding, setAdding] = useState(false);
  const add = (
    <Button variant="primary" aria-haspopup="dialog" onClick={() => setAdding(true)}>
      <Plus aria-hidden />
      {t("form.add")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={endpoints.length > 0 ? add : null} />
      <EndpointsTable endpoints={endpoints} add={add} />
      <CreateEndpointDialog open={adding} close={() => setAdding(false)} />
    </>
  );
}
