"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Step } from "@/components/ui/steps";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { connectionPath } from "../connection-path";
import type { Milestone } from "../guides/guide";

export const milestones: Milestone[] = [
  "first_contact_at",
  "credential_test_at",
  "first_user_at",
  "first_group_at",
  "first_membership_at",
  "first_deactivation_at",
];

/** Each milestone as a step: whom or what it showed and when, or what it waits for. */
export function useMilestoneSteps(organization: string, connection: ConnectionDetailsWire, idp: string): Step[] {
  const t = useTranslations("connections.setup.watch");
  const describe = useSighting(connection);
  const next = milestones.find((name) => !connection.contact[name]);
  return milestones.map((name) => {
    const at = connection.contact[name];
    const seen = at ? describe(name) : null;
    return {
      id: name,
      title: t(`${name}.title`),
      state: at ? "done" : name === next ? "current" : "pending",
      description: at ? seen && <Seen href={callPath(organization, connection, name)}>{seen}</Seen> : t(`${name}.waiting`, { idp }),
      aside: at ? <RelativeTime at={at} /> : null,
    };
  });
}

/** What a milestone showed, in words; null where nothing more is known than that it happened. */
function useSighting({ contact, counts }: ConnectionDetailsWire): (name: Milestone) => string | null {
  const t = useTranslations("connections.setup.watch.seen");
  return (name) => {
    const { subject = null, way = null, user_agent: agent = null } = contact.sightings[name] ?? {};
    if (name === "credential_test_at") return way ? t(`credential_${way === "okta" ? "okta" : way === "entra" ? "entra" : "list"}`) : null;
    if (!subject) return null;
    if (name === "first_contact_at") return t(name, { way: way ?? "bearer", subject, agent: agent ?? "none" });
    return t(name, { subject, count: name === "first_group_at" ? counts.groups : counts.people });
  };
}

function callPath(organization: string, { connection_id, contact }: ConnectionDetailsWire, name: Milestone): string {
  return `${connectionPath(organization, connection_id, "activity")}?call=${contact.sightings[name]?.scim_request_id ?? ""}`;
}

function Seen({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="wrap-anywhere underline-offset-2 hover:text-text hover:underline">
      {children}
    </Link>
  );
}
