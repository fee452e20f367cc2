/** An audit entry as the browser shows it. */
export type AuditRow = {
  id: string;
  at: string;
  actor: { type: string; label: string };
  remoteAddress: string | null;
  action: string;
  target: { type: string; label: string };
  organization: { name: string; slug: string } | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};
