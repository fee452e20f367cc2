import { ShieldUser } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import { InviteAdminDialog } from "./invite-admin-dialog";

export type Admin = { memberId: string; name: string; email: string; direct: boolean; groups: string[]; lastSignInAt: Date | null };

/** Who can manage the organization, and why. */
export function AdminsSection({ organization, admins, mayInvite }: { organization: string; admins: readonly Admin[]; mayInvite: boolean }) {
  const t = useTranslations("settings.admins");
  return (
    <Section title={t("title")} description={t("description")} actions={mayInvite ? <InviteAdminDialog organization={organization} /> : null}>
      {admins.length === 0 ? (
        <div className="rounded-lg border border-border bg-surface shadow-xs">
          <EmptyState icon={<ShieldUser aria-hidden />} title={t("empty")} description={t("emptyDescription")} />
        </div>
      ) : (
        <Table caption={t("title")}>
          <TableHead>
            <tr>
              <TableHeaderCell>{t("name")}</TableHeaderCell>
              <TableHeaderCell>{t("access")}</TableHeaderCell>
              <TableHeaderCell className="max-sm:hidden">{t("lastSignIn")}</TableHeaderCell>
            </tr>
          </TableHead>
          <TableBody>
            {admins.map((admin) => (
              <AdminRow key={admin.memberId} admin={admin} />
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}

function AdminRow({ admin }: { admin: Admin }) {
  const t = useTranslations("settings.admins");
  return (
    <TableRow>
      <TableCell>
        <span className="flex items-center gap-2.5">
          <Avatar name={admin.name || admin.email} />
          <span className="min-w-0">
            <span className="block truncate font-medium">{admin.name || admin.email}</span>
            {admin.name ? <span className="block truncate text-xs text-muted">{admin.email}</span> : null}
          </span>
        </span>
      </TableCell>
      <TableCell>
        <span className="flex flex-wrap gap-1">
          {admin.direct ? <Badge>{t("direct")}</Badge> : null}
          {admin.groups.map((group) => (
            <Badge key={group} tone="accent">
              {t("group", { name: group })}
            </Badge>
          ))}
        </span>
      </TableCell>
      <TableCell className="text-muted max-sm:hidden">{admin.lastSignInAt ? <RelativeTime at={admin.lastSignInAt} /> : t("never")}</TableCell>
    </TableRow>
  );
}
