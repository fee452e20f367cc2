"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { useBrake } from "@/lib/client/queries/use-brake";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { useIdpWords } from "../use-idp-words";
import { BrakeForm } from "./brake-form";
import { PastCases } from "./past-cases";

/** What happens when many people leave at once, and what that caught so far. */
export function BrakeCard({ organization, connection }: { organization: string; connection: ConnectionDetailsWire }) {
  const t = useTranslations("brake.settings");
  const common = useTranslations("common");
  const idp = useIdpWords(connection.identity_provider);
  const { data, error, refetch } = useBrake(organization, connection.connection_id);
  return (
    <Card id="mass-departures" className="scroll-mt-16">
      <CardHeader title={t("title")} description={t("description", { idp: idp.middle })} />
      {data ? <BrakeForm organization={organization} connection={connection} brake={data.brake} /> : null}
      <CardBody className="empty:hidden">
        {!data && error ? <EmptyState kind="error" title={t("loadFailed")} description={error.message} action={<Button onClick={() => void refetch()}>{common("retry")}</Button>} /> : null}
        {!data && !error ? <Skeleton className="h-64 w-full" /> : null}
      </CardBody>
      {data && data.cases.length > 0 ? <PastCases organization={organization} cases={data.cases} /> : null}
    </Card>
  );
}
