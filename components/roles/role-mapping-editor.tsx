"use client";

import { Network } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ComboboxOption } from "@/components/ui/option-list";
import { Section } from "@/components/ui/section";
import type { RoleMappings } from "@/lib/contracts/role";
import { AddGroup } from "./add-group";
import { MappingRowEditor } from "./mapping-row";
import { type MappingRow, sameRows, toRows } from "./mapping-rows";
import { MappingSaveBar } from "./mapping-save-bar";

type Props = { organization: string; saved: RoleMappings; roles: readonly ComboboxOption[]; canEdit: boolean };

/** Group -> several roles of one connection. Nothing counts before it is saved; saving shows first who gains and who loses what. */
export function RoleMappingEditor({ organization, saved, roles, canEdit }: Props) {
  const t = useTranslations("roles.mapping");
  const [base, setBase] = useState(saved);
  const [rows, setRows] = useState<MappingRow[]>(() => toRows(saved));
  const dirty = !sameRows(rows, toRows(base));
  // What others saved, and groups that arrive, come in by themselves as long as nothing here would be lost.
  if (saved.version !== base.version && !dirty) {
    setBase(saved);
    setRows(mergeEmpty(toRows(saved), rows));
  }
  const replace = (key: string, roleIds: string[]) => setRows(rows.map((row) => (row.key === key ? { ...row, roleIds } : row)));
  const accept = (next: RoleMappings) => {
    setBase(next);
    setRows(toRows(next));
  };
  return (
    <Section
      title={t("title")}
      description={t("description")}
      actions={canEdit ? <AddGroup organization={organization} connectionId={saved.connection_id} taken={new Set(rows.map((row) => row.key))} onAdd={(row) => setRows([...rows, row])} /> : null}
      className="pb-20"
    >
      {saved.version !== base.version && dirty ? <Callout tone="warning">{t("changedMeanwhile")}</Callout> : null}
      <Card>
        {rows.length === 0 ? <EmptyState icon={<Network aria-hidden />} title={t("emptyTitle")} description={t("emptyDescription")} /> : null}
        <ul aria-label={t("title")}>
          {rows.map((row) => (
            <MappingRowEditor
              key={row.key}
              organization={organization}
              row={row}
              roles={roles}
              disabled={!canEdit}
              onChange={(roleIds) => replace(row.key, roleIds)}
              onRemove={() => setRows(rows.filter((other) => other.key !== row.key))}
            />
          ))}
        </ul>
      </Card>
      {dirty ? <MappingSaveBar organization={organization} connectionId={saved.connection_id} rows={rows} version={base.version} onSaved={accept} onDiscard={() => accept(saved)} /> : null}
    </Section>
  );
}

/** Rows that were added here and have no role yet stay on the screen. */
function mergeEmpty(fresh: MappingRow[], current: readonly MappingRow[]): MappingRow[] {
  const known = new Set(fresh.map((row) => row.key));
  return [...fresh, ...current.filter((row) => row.roleIds.length === 0 && !known.has(row.key))];
}
