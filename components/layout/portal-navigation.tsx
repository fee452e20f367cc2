import { Cable, Gauge, ScrollText, Settings, ShieldCheck, Users, UsersRound } from "lucide-react";
import type { useTranslations } from "next-intl";
import type { NavigationItem } from "./navigation-item";

const items = [
  { path: "", label: "overview", permission: "organization.get", Icon: Gauge },
  { path: "/connections", label: "connections", permission: "connection.get", Icon: Cable },
  { path: "/members", label: "members", permission: "member.get", Icon: UsersRound },
  { path: "/groups", label: "groups", permission: "group.get", Icon: Users },
  { path: "/roles", label: "roles", permission: "role.get", Icon: ShieldCheck },
  { path: "/audit", label: "audit", permission: "audit.get", Icon: ScrollText },
  { path: "/settings", label: "settings", permission: "settings.update", Icon: Settings },
] as const;

/** The places of one organization that these permissions open. */
export function portalNavigation(slug: string, permissions: ReadonlySet<string>, t: ReturnType<typeof useTranslations<"common">>): NavigationItem[] {
  return items
    .filter((item) => permissions.has(item.permission))
    .map(({ path, label, Icon }) => ({ href: `/organizations/${slug}${path}`, label: t(`navigation.${label}`), icon: <Icon aria-hidden />, exact: path === "" }));
}
