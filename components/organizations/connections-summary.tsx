import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { RowLink, Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";

export type ConnectionEntry = {
  id: string;
  displayName: string;
  status: "active" | "paused" | "deleted";
  contact: { lastContactAt: Date | null };
  counts: { people: number; groups: number };
};

/** The connections of an organization in the operator's view: which ones, and whether their IdP calls. */
export function ConnectionsSummary({ slug, connections }: { slug: string; connections: readonly ConnectionEntry[] }) {
  const t = useTranslations("operator.connections");
  return (
    <Section title={t("title")}>
      {connections.length === 0 ? (
        <div className="rounded-lg border border-border bg-surface shadow-xs">
          <EmptyState title={t("empty")} description={t("emptyDescription")} action={<ButtonLink href={`/organizations/${slug}/connections`}>{t("open")}</ButtonLink>} />
        </div>
      ) : (
        <Table caption={t("title")}>
          <TableHead>
            <tr>
              <TableHeaderCell>{t("name")}</TableHeaderCell>
              <TableHeaderCell>{t("status")}</TableHeaderCell>
              <TableHeaderCell align="right" className="max-sm:hidden">
                {t("people")}
              </TableHeaderCell>
              <TableHeaderCell align="right" className="max-sm:hidden">
                {t("groups")}
              </TableHeaderCell>
              <TableHeaderCell className="max-sm:hidden">{t("lastContact")}</TableHeaderCell>
            </tr>
          </TableHead>
          <TableBody>
            {connections.map((connection) => (
              <ConnectionRow key={connection.id} slug={slug} connection={connection} />
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}

/** On narrow screens, where the column has no room. */
function LastCall({ at }: { at: Date | null }) {
  const t = useTranslations("operator.connections");
  if (!at) return null;
  return <span className="block text-xs text-muted sm:hidden">{t.rich("lastCallAt", { when: () => <RelativeTime at={at} /> })}</span>;
}

function ConnectionRow({ slug, connection }: { slug: string; connection: ConnectionEntry }) {
  const t = useTranslations("operator.connections");
  const { id, displayName, status, contact, counts } = connection;
  return (
    <TableRow interactive>
      <TableCell>
        <RowLink href={`/organizations/${slug}/connections/${id}`}>{displayName}</RowLink>
        <LastCall at={contact.lastContactAt} />
      </TableCell>
      <TableCell>
        <StatusBadge tone={status === "active" ? "success" : "warning"}>{t(`statuses.${status}`)}</StatusBadge>
      </TableCell>
      <TableCell align="right" className="max-sm:hidden">
        {t("count", { count: counts.people })}
      </TableCell>
      <TableCell align="right" className="max-sm:hidden">
        {t("count", { count: counts.groups })}
      </TableCell>
      <TableCell className="text-muted max-sm:hidden">{contact.lastContactAt ? <RelativeTime at={contact.lastContactAt} /> : t("noContact")}</TableCell>
    </TableRow>
  );
}
