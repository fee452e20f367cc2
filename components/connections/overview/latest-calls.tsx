"use client";

import { useTranslations } from "next-intl";
import { CallSentence } from "@/components/activity/call-sentence";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { useScimRequests } from "@/lib/client/queries/use-scim-requests";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import Link from "next/link";
import { connectionPath } from "../connection-path";

/** The last few calls, each a sentence that leads to its details. */
export function LatestCalls({ organization, connection }: { organization: string; connection: ConnectionDetailsWire }) {
  const t = useTranslations("connections.overview");
  const activity = useTranslations("activity");
  const { data, isPending } = useScimRequests(organization, { connection_id: connection.connection_id, limit: 8 });
  const calls = data?.pages[0]?.scim_requests ?? [];
  const path = connectionPath(organization, connection.connection_id, "activity");
  return (
    <Card>
      <CardHeader title={t("recent")} actions={calls.length > 0 ? <ButtonLink size="sm" variant="quiet" className="-my-1 -mr-2.5" href={path}>{t("allActivity")}</ButtonLink> : null} />
      <CardBody className="pb-2">
        {isPending ? <WaitingRows /> : null}
        {!isPending && calls.length === 0 ? <p className="pb-3 text-sm text-muted">{activity("empty.description")}</p> : null}
        <ul className="flex flex-col">
          {calls.map((call) => (
            <li key={call.scim_request_id} className="relative -mx-2 flex flex-wrap items-start justify-between gap-x-3 rounded-md px-2 py-2 text-sm hover:bg-sunken">
              <Link href={`${path}?call=${call.scim_request_id}`} className="min-w-0 after:absolute after:inset-0 sm:flex-1">
                <CallSentence call={call} identityProvider={connection.identity_provider} />
              </Link>
              <RelativeTime at={call.received_at} className="relative z-1 shrink-0 text-xs leading-5 text-muted max-sm:basis-full max-sm:pl-[1.375rem]" />
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

function WaitingRows() {
  return (
    <div className="flex flex-col gap-4 py-2">
      {["w-3/4", "w-2/3", "w-4/5", "w-1/2"].map((width) => (
        <Skeleton key={width} className={width} />
      ))}
    </div>
  );
}
