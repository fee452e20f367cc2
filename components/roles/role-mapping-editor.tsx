"use client";

import { Network } from "lucide-react";
import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ComboboxOption } from "@/components/ui/option-list";
import { Section } from "@/components/ui/section";
import type { RoleMappings } from "@/lib/contracts/role";
import { AddGroup } from "./add-group";
import { MappingRowEditor } from "./mapping-row";
import { MappingSaveBar } from "./mapping-save-bar";
import { OthersChanges } from "./others-changes";
import { useMappingRows } from "./use-mapping-rows";

type Props = { organization: string; saved: RoleMappings; roles: readonly ComboboxOption[]; canEdit: boolean };

/** Group -> several roles of one connection. Nothing counts before it is saved; saving shows first who gains and who loses what. */
export function RoleMappingEditor({ organization, saved, roles, canEdit }: Props) {
  const t = useTranslations("roles.mapping");
  const { rows, setRows, version, dirty, others, rebase, accept, discard } = useMappingRows(saved);
  const replace = (key: string, roleIds: string[]) => setRows(rows.map((row) => (row.key === key ? { ...row, roleIds } : row)));
  return (
    <Section
      title={t("title")}
      description={t("description")}
      actions={canEdit ? <AddGroup organization={organization} connectionId={saved.connection_id} taken={new Set(rows.map((row) => row.key))} onAdd={(row) => setRows([...rows, row])} /> : null}
      className="pb-20"
    >
      {dirty && others.length > 0 ? (
        <Callout tone="warning" title={t("others.title")}>
          {t("others.kept")}
          <OthersChanges changes={others} />
        </Callout>
      ) : null}
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
      {dirty ? <MappingSaveBar organization={organization} connectionId={saved.connection_id} rows={rows} version={version} others={others} onSaved={accept} onRebase={rebase} onDiscard={discard} /> : null}
    </Section>
  );
}
