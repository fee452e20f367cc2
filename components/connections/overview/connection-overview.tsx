"use client";

import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyField } from "@/components/ui/copy-field";
import { RelativeTime } from "@/components/ui/relative-time";
import { Stat, StatGroup } from "@/components/ui/stat";
import { useConnection } from "@/lib/client/queries/use-connection";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { connectionPath } from "../connection-path";
import { findGuides } from "../guides/find-guides";
import { LatestCalls } from "./latest-calls";
import { NextStep } from "./next-step";
import { TokenCard } from "./token-card";

type Props = { organization: string; initial: ConnectionDetailsWire; mayUpdate: boolean; maySeeActivity: boolean };

/** How a connection is: what to do next, the numbers, its token, and the latest calls. */
export function ConnectionOverview({ organization, initial, mayUpdate, maySeeActivity }: Props) {
  const connection = useConnection(organization, initial);
  return (
    <div className="flex flex-col gap-6">
      {mayUpdate ? <NextStep organization={organization} connection={connection} /> : null}
      <Numbers organization={organization} connection={connection} maySeeActivity={maySeeActivity} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-6">
          <TokenCard organization={organization} connection={connection} mayUpdate={mayUpdate} />
          <AddressCard connection={connection} />
        </div>
        {maySeeActivity ? <LatestCalls organization={organization} connection={connection} /> : null}
      </div>
    </div>
  );
}

function Numbers({ organization, connection, maySeeActivity }: { organization: string; connection: ConnectionDetailsWire; maySeeActivity: boolean }) {
  const t = useTranslations("connections.overview");
  const { counts, contact, connection_id: id } = connection;
  const number = useTranslations("connections.list");
  const filter = id.replace(/^scim-connection-/, "");
  return (
    <StatGroup>
      <Stat
        label={t("people")}
        value={number("number", { value: counts.people })}
        detail={t("peopleDetail", { active: counts.active_people })}
        href={`/organizations/${organization}/members?connection=${filter}`}
      />
      <Stat label={t("groups")} value={number("number", { value: counts.groups })} href={`/organizations/${organization}/groups?connection=${filter}`} />
      <Stat label={t("mappings")} value={number("number", { value: counts.mappings })} href={connectionPath(organization, id, "roles")} />
      <Stat label={t("lastContact")} value={contact.last_contact_at ? <RelativeTime at={contact.last_contact_at} /> : t("never")} />
      <Stat
        label={t("calls")}
        value={number("number", { value: contact.request_count })}
        detail={t("failures", { count: contact.failure_count })}
        {...(maySeeActivity ? { href: connectionPath(organization, id, "activity") } : {})}
      />
    </StatGroup>
  );
}

function AddressCard({ connection }: { connection: ConnectionDetailsWire }) {
  const t = useTranslations("connections.overview");
  const [guide] = findGuides(connection.identity_provider);
  const label = guide.values.find(({ value }) => "from" in value && value.from === "base_url")?.label ?? t("address");
  return (
    <Card>
      <CardHeader title={t("address")} />
      <CardBody>
        <CopyField label={label} name={label} value={connection.base_url} />
      </CardBody>
    </Card>
  );
}
