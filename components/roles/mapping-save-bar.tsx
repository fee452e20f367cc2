"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/lib/client/toast";
import { Button } from "@/components/ui/button";
import { directoryCalls } from "@/lib/client/mutations/directory-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import type { RoleMappingPreview, RoleMappings } from "@/lib/contracts/role";
import { MappingPreviewDialog } from "./mapping-preview-dialog";
import { type MappingRow, toBody } from "./mapping-rows";

type Props = {
  organization: string;
  connectionId: string;
  rows: readonly MappingRow[];
  version: string;
  onSaved: (saved: RoleMappings) => void;
  onDiscard: () => void;
};

/** Stays in sight while something is not saved: look at what would happen, or put everything back. */
export function MappingSaveBar({ organization, connectionId, rows, version, onSaved, onDiscard }: Props) {
  const t = useTranslations("roles.mapping");
  const calls = directoryCalls(organization);
  const [preview, setPreview] = useState<RoleMappingPreview | null>(null);
  const [pending, setPending] = useState(false);
  const save = useDirectoryCall(() => calls.saveMappings(connectionId, toBody(rows, version)));

  async function review() {
    setPending(true);
    try {
      setPreview(await calls.previewMappings(connectionId, toBody(rows, version)));
    } catch (error) {
      toast.error(error instanceof Error ? error.message : t("previewFailed"));
    } finally {
      setPending(false);
    }
  }

  async function confirm() {
    onSaved(await save.mutateAsync(undefined));
    toast.success(t("saved"));
  }

  return (
    <div role="region" aria-label={t("unsaved")} className="fixed inset-x-3 bottom-4 z-30 mx-auto flex max-w-xl flex-wrap items-center justify-between gap-3 rounded-xl border border-border bg-raised px-4 py-3 text-sm shadow-lg lg:left-60">
      <p className="font-medium">{t("unsaved")}</p>
      <div className="flex gap-2">
        <Button onClick={onDiscard}>{t("discard")}</Button>
        <Button variant="primary" pending={pending} onClick={() => void review()}>
          {t("review")}
        </Button>
      </div>
      {preview ? <MappingPreviewDialog preview={preview} onConfirm={confirm} onClose={() => setPreview(null)} /> : null}
    </div>
  );
}
