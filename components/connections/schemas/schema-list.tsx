"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import type { ConnectionSchemaWire } from "@/lib/contracts/connection-schema";

type Props = { schemas: ConnectionSchemaWire[]; onEdit: (schema: ConnectionSchemaWire) => void; onDelete: (schema: ConnectionSchemaWire) => void };

/** The custom schemas with their attributes. */
export function SchemaList({ schemas, onEdit, onDelete }: Props) {
  const t = useTranslations("schemas");
  return (
    <ul className="divide-y divide-border border-t border-border">
      {schemas.map((schema) => (
        <li key={schema.schema_id} className="flex flex-col gap-2 px-4 py-3.5 text-sm">
          <div className="flex items-start justify-between gap-3">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {schema.name}
                <Badge>{schema.resource_type === "User" ? t("forUsers") : t("forGroups")}</Badge>
              </p>
              <code className="font-mono text-xs break-all text-muted">{schema.urn}</code>
            </div>
            <div className="flex shrink-0">
              <IconButton size="sm" label={t("edit", { name: schema.name })} icon={<Pencil aria-hidden />} onClick={() => onEdit(schema)} />
              <IconButton size="sm" label={t("delete", { name: schema.name })} icon={<Trash2 aria-hidden />} onClick={() => onDelete(schema)} />
            </div>
          </div>
          <ul className="flex flex-col gap-1">
            {schema.attributes.map((attribute) => (
              <li key={attribute.name} className="flex flex-wrap items-baseline gap-x-3">
                <code className="font-mono text-xs">{attribute.name}</code>
                <span className="text-muted">
                  {t(`types.${attribute.type}`)}
                  {attribute.multi_valued ? ` · ${t("multiValued")}` : null}
                </span>
                {attribute.description ? <span className="text-muted">{attribute.description}</span> : null}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
