"use client";

import { useTranslations } from "next-intl";

const builtIn = {
  org_admin: "Manages this organization: connections, role mappings, members and settings.",
  org_member: "Everyone in the organization.",
} as const;

/** What a role is for; the built-in ones in the reader's language for as long as nobody has described them otherwise. */
export function useRoleDescription(): (role: { role_id: string; description: string }) => string {
  const t = useTranslations("roles.builtIn");
  return ({ role_id: id, description }) => ((id === "org_admin" || id === "org_member") && description === builtIn[id] ? t(id) : description);
}
