import { parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";

export const auditKinds = ["connection", "member", "role", "role_mapping", "invitation", "organization", "setup_link", "brake", "adoption", "move", "scim_request", "finding", "session", "credential", "webhook_endpoint", "signing_key", "trusted_issuer", "operator", "admin"] as const;
export const auditPeriods = ["day", "week", "month"] as const;
export const auditPageSize = 50;

/** What the URL of an audit page says. */
export const auditParameters = {
  query: parseAsString.withDefault(""),
  kind: parseAsStringLiteral(auditKinds),
  /** The operator's page: one organization alone. */
  organization: parseAsString,
  period: parseAsStringLiteral(auditPeriods),
  page: parseAsInteger.withDefault(1),
};

const days = { day: 1, week: 7, month: 30 };

/** Where a period starts. */
export function periodStart(period: (typeof auditPeriods)[number] | null, now: Date): Date | undefined {
  return period ? new Date(now.getTime() - days[period] * 86_400_000) : undefined;
}
