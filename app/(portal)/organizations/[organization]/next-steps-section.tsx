import { NextSteps } from "@/components/overview/next-steps";
import { planNextSteps } from "@/components/overview/plan-next-steps";
import type { Connection } from "@/lib/connections/connection";
import type { DirectoryCounts } from "@/lib/organizations/count-directory";

type Props = { base: string; connections: readonly Connection[]; counts: DirectoryCounts };

/** What is left to do until provisioning runs with roles; nothing once it does. */
export function NextStepsSection({ base, connections, counts }: Props) {
  const contacted = connections.some(({ contact }) => contact.lastContactAt);
  const people = connections.reduce((sum, connection) => sum + connection.counts.people, 0);
  const steps = planNextSteps({ connections: connections.length, contacted, people, groups: counts.groups, mappings: counts.mappings });
  if (steps.every((step) => step.state === "done")) return null;
  const waiting = connections.find((connection) => !connection.contact.firstContactAt) ?? connections[0];
  const guide = waiting ? `${base}/connections/${waiting.id}/setup` : undefined;
  return <NextSteps steps={steps} hrefs={{ connect: `${base}/connections/new`, roles: `${base}/roles`, ...(guide ? { contact: guide, people: guide, groups: guide } : {}) }} />;
}
