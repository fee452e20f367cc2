import { useTranslations } from "next-intl";
import { RoleBadge } from "@/components/roles/role-badge";
import { Card, CardHeader } from "@/components/ui/card";
import type { ComboboxOption } from "@/components/ui/option-list";
import type { EffectiveRole } from "@/lib/directory/roles/compute-effective-roles";
import type { RoleExplanation } from "@/lib/directory/roles/explain-roles";
import { AssignRole } from "./assign-role";
import { RoleChain } from "./role-chain";
import { RoleSourceText } from "./role-source";
import { UnassignRole } from "./unassign-role";

export type RoleOwner = { organization: string; memberId: string; name: string };

type Props = {
  owner: RoleOwner;
  inForce: readonly EffectiveRole[];
  suspended: readonly EffectiveRole[];
  /** The chain of calls and edits behind each source. */
  reasons: RoleExplanation;
  /** Roles that can be assigned; empty for who may not. */
  assignable: readonly ComboboxOption[];
  canEdit: boolean;
  /** This person is the only org_admin. */
  lastAdmin: boolean;
};

/** What a person may do and why: every role with every source. */
export function MemberRoles({ owner, inForce, suspended, reasons, assignable, canEdit, lastAdmin }: Props) {
  const t = useTranslations("members.roles");
  return (
    <Card>
      <CardHeader title={t("title")} description={t("description")} actions={canEdit ? <AssignRole owner={owner} options={assignable} /> : null} />
      {inForce.length > 0 ? <RoleList owner={owner} roles={inForce} reasons={reasons} canEdit={canEdit} lastAdmin={lastAdmin} /> : null}
      {suspended.length > 0 ? (
        <div className="border-t border-border bg-sunken/60 pt-3">
          <h3 className="px-4 text-sm font-medium text-text">{t("suspendedTitle")}</h3>
          <p className="px-4 pb-2 text-sm text-muted">{t("suspendedDescription")}</p>
          <RoleList owner={owner} roles={suspended} reasons={reasons} canEdit={canEdit} lastAdmin={false} faded />
        </div>
      ) : null}
    </Card>
  );
}

type ListProps = { owner: RoleOwner; roles: readonly EffectiveRole[]; reasons: RoleExplanation; canEdit: boolean; lastAdmin: boolean; faded?: boolean };

function RoleList({ owner, roles, reasons, canEdit, lastAdmin, faded = false }: ListProps) {
  return (
    <ul className="border-t border-border">
      {roles.map((role) => {
        const direct = role.sources.some((source) => source.type === "direct_assignment");
        return (
          <li key={role.roleId} className="grid gap-x-4 gap-y-1 border-b border-border px-4 py-2.5 text-sm last:border-b-0 sm:grid-cols-[10rem_minmax(0,1fr)_auto]">
            <div className="pt-0.5">
              <RoleBadge roleId={role.roleId} faded={faded} />
            </div>
            <ul className="flex min-w-0 flex-col gap-1 text-muted">
              {role.sources.map((source, index) => (
                <li key={index} className="wrap-anywhere">
                  <RoleSourceText organization={owner.organization} source={source} />
                  <RoleChain organization={owner.organization} name={owner.name} roleId={role.roleId} steps={reasons.get(role.roleId)?.[index] ?? []} />
                </li>
              ))}
            </ul>
            {direct && canEdit ? <UnassignRole owner={owner} roleId={role.roleId} keeps={role.sources.length > 1} lastAdmin={lastAdmin && role.roleId === "org_admin"} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
