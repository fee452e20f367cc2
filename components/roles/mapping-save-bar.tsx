"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "@/lib/client/api-error";
import { toast } from "@/lib/client/toast";
import { Button } from "@/components/ui/button";
import { directoryCalls } from "@/lib/client/mutations/directory-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import type { RoleMappingPreview, RoleMappings, SetRoleMappingsBody } from "@/lib/contracts/role";
import { MappingChangedDialog } from "./mapping-changed-dialog";
import { MappingPreviewDialog } from "./mapping-preview-dialog";
import { type MappingRow, toBody } from "./mapping-rows";
import type { OthersChange } from "./rebase-rows";

type Props = {
  organization: string;
  connectionId: string;
  rows: readonly MappingRow[];
  version: string;
  onSaved: (saved: RoleMappings) => void;
  /** What others saved since the admin began. */
  others: readonly OthersChange[];
  /** Puts these changes on top of what somebody else saved. */
  onRebase: (fresh: RoleMappings) => void;
  onDiscard: () => void;
};

/** Stays in sight while something is not saved: look at what would happen, or put everything back. */
export function MappingSaveBar({ organization, connectionId, rows, version, others, onSaved, onRebase, onDiscard }: Props) {
  const t = useTranslations("roles.mapping");
  const calls = directoryCalls(organization);
  // What was previewed is what is saved: with its version, so that a mapping which moved on meanwhile refuses it.
  const [previewed, setPreviewed] = useState<{ preview: RoleMappingPreview; body: SetRoleMappingsBody } | null>(null);
  const [overtaken, setOvertaken] = useState(false);
  const [pending, setPending] = useState(false);
  const save = useDirectoryCall((body: SetRoleMappingsBody) => calls.saveMappings(connectionId, body));

  async function review() {
    setPending(true);
    try {
      const body = toBody(rows, version);
      setPreviewed({ preview: await calls.previewMappings(connectionId, body), body });
    } catch (error) {
      if (isStale(error)) await takeOver();
      else toast.error(error instanceof Error ? error.message : t("previewFailed"));
    } finally {
      setPending(false);
    }
  }

  async function takeOver() {
    onRebase(await calls.findMappings(connectionId));
    setOvertaken(true);
  }

  async function confirm(body: SetRoleMappingsBody) {
    try {
      onSaved(await save.mutateAsync(body));
      toast.success(t("saved"));
    } catch (error) {
      if (!isStale(error)) throw error;
      await takeOver();
    }
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
      {overtaken ? <MappingChangedDialog changes={others} onReview={review} onClose={() => setOvertaken(false)} /> : null}
      {previewed ? (
        <MappingPreviewDialog
          organization={organization}
          connectionId={connectionId}
          mappings={previewed.body.role_mappings}
          preview={previewed.preview}
          onConfirm={() => confirm(previewed.body)}
          onClose={() => setPreviewed(null)}
        />
      ) : null}
    </div>
  );
}

function isStale(error: unknown): boolean {
  return error instanceof ApiError && error.errorType === "role_mappings_changed";
}
