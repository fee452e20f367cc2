import { Badge } from "@/components/ui/badge";

/** A role by its name; the administrator stands out. */
export function RoleBadge({ roleId, faded = false }: { roleId: string; faded?: boolean }) {
  return (
    <Badge tone={!faded && roleId === "org_admin" ? "accent" : "neutral"} className={faded ? "border-dashed" : ""}>
      {roleId}
    </Badge>
  );
}
