"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { useSchemaCall } from "@/lib/client/mutations/use-schema-call";
import { useConnectionSchemas } from "@/lib/client/queries/use-connection-schemas";
import { toast } from "@/lib/client/toast";
import type { ConnectionSchemaWire } from "@/lib/contracts/connection-schema";
import { SchemaList } from "./schema-list";

const SchemaDialog = dynamic(() => import("./schema-dialog").then((module) => module.SchemaDialog), { ssr: false });

type Props = { organization: string; connectionId: string };

/** The connection's own extension schemas: which attributes the IdP sends beyond the standard ones. */
export function SchemasCard({ organization, connectionId }: Props) {
  const t = useTranslations("schemas");
  const { data, isError } = useConnectionSchemas(organization, connectionId);
  const [editing, setEditing] = useState<ConnectionSchemaWire | "new" | null>(null);
  const [deleting, setDeleting] = useState<ConnectionSchemaWire | null>(null);
  const remove = useSchemaCall(organization, connectionId, (calls, schemaId: string) => calls.remove(schemaId));

  async function removeOne() {
    await remove.mutateAsync(deleting?.schema_id ?? "");
    toast.success(t("deleted", { name: deleting?.name ?? "" }));
  }

  const add = (
    <Button onClick={() => setEditing("new")}>
      <Plus aria-hidden /> {t("add")}
    </Button>
  );
  return (
    <Card>
      <CardHeader title={t("title")} description={t("description")} actions={data ? add : null} />
      {isError ? <EmptyState kind="error" title={t("failed")} /> : null}
      {data && data.length > 0 ? <SchemaList schemas={data} onEdit={setEditing} onDelete={setDeleting} /> : null}
      {!data && !isError ? (
        <CardBody>
          <Skeleton className="h-10" />
        </CardBody>
      ) : null}
      {editing === null ? null : (
        <SchemaDialog organization={organization} connectionId={connectionId} schema={editing === "new" ? null : editing} known={data ?? []} onClose={() => setEditing(null)} />
      )}
      <ConfirmDialog
        open={deleting !== null}
        onOpenChange={(open) => (open ? undefined : setDeleting(null))}
        title={t("deleteTitle", { name: deleting?.name ?? "" })}
        description={t("deleteDescription")}
        confirmLabel={t("deleteConfirm")}
        onConfirm={removeOne}
      />
    </Card>
  );
}
