import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RoleSource } from "@/lib/directory/roles/compute-effective-roles";

const linkClass = "font-medium text-text underline decoration-border-strong underline-offset-3 hover:decoration-current";

/** Why someone has a role, in words, with links to the group and the connection's mapping. */
export function RoleSourceText({ organization, source }: { organization: string; source: RoleSource }) {
  const t = useTranslations("members.roles.source");
  if (source.type === "everyone") return t("everyone");
  if (source.type === "direct_assignment") return t("direct");
  const base = `/organizations/${organization}`;
  const values = {
    name: source.groupName,
    connectionName: source.connectionName,
    path: source.path.slice(0, -1).map((step) => step.groupName).reverse().join(" › "),
    group: (chunks: ReactNode) => (
      <Link href={`${base}/groups/${source.groupId}`} className={linkClass}>
        {chunks}
      </Link>
    ),
    connection: (chunks: ReactNode) => (
      <Link href={`${base}/connections/scim-connection-${source.connectionId}/roles`} className={linkClass}>
        {chunks}
      </Link>
    ),
  };
  return source.path.length > 1 ? t.rich("nested", values) : t.rich("group", values);
}
