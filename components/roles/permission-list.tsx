import { useTranslations } from "next-intl";
import type { Role } from "@/lib/contracts/role";

/** What a role allows, resource by resource. */
export function PermissionList({ permissions }: { permissions: Role["permissions"] }) {
  const t = useTranslations("roles");
  if (permissions.length === 0) return <span className="text-faint">{t("nothing")}</span>;
  if (permissions.some((permission) => permission.resource_id === "*")) return <span className="text-muted">{t("everything")}</span>;
  return (
    <ul className="flex flex-col gap-0.5 text-xs text-muted">
      {permissions.map((permission) => (
        <li key={permission.resource_id}>
          <span className="font-mono text-text">{permission.resource_id}</span> {permission.actions.includes("*") ? t("allActions") : <span className="font-mono">{permission.actions.join(", ")}</span>}
        </li>
      ))}
    </ul>
  );
}
