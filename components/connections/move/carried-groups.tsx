"use client";

import { RoleBadges } from "@/components/roles/role-badges";
import { Checkbox } from "@/components/ui/checkbox";

export type CarriedGroup = { name: string; roleIds: string[] };

type Props = { groups: readonly CarriedGroup[]; chosen: readonly string[]; onChange: (chosen: string[]) => void };

/** The mapped groups of a connection, each with its roles: those that are ticked are mapped on the new one, too. */
export function CarriedGroups({ groups, chosen, onChange }: Props) {
  if (groups.length === 0) return null;
  return (
    <ul className="max-h-80 divide-y divide-border overflow-y-auto rounded-md border border-border">
      {groups.map((group) => (
        <li key={group.name} className="flex flex-wrap items-center justify-between gap-2 px-3 py-2">
          <Checkbox
            checked={chosen.includes(group.name)}
            onCheckedChange={(checked) => onChange(checked ? [...chosen, group.name] : chosen.filter((name) => name !== group.name))}
            label={group.name}
          />
          <RoleBadges roleIds={group.roleIds} />
        </li>
      ))}
    </ul>
  );
}
