"use client";

import { Download, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { toast } from "@/lib/client/toast";
import { Button } from "@/components/ui/button";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import { exportAudit } from "@/lib/client/export-audit";
import { auditKinds, auditParameters, auditPeriods, periodStart } from "./audit-parameters";

export type AuditFiltersProps = { source: string; total: number; withOrganization: boolean; only: string | null };

/** Search, kind, period and CSV of an audit log. */
export function AuditFilters({ source, total, withOrganization, only }: AuditFiltersProps) {
  const t = useTranslations("activity.audit");
  const common = useTranslations("common");
  const [state, setState] = useQueryStates(auditParameters, { shallow: false });
  const [exported, setExported] = useState<number | null>(null);

  async function download() {
    setExported(0);
    try {
      const filter = { search: state.query, action: state.kind, since: periodStart(state.period, new Date())?.toISOString() };
      await exportAudit({ source, filter, withOrganization, onProgress: setExported });
      toast.success(t("exported"));
    } catch (error) {
      toast.error(error instanceof Error ? error.message : common("somethingWentWrong"));
    } finally {
      setExported(null);
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchInput label={t("search")} shallow={false} />
      <Select
        aria-label={t("kind")}
        className="w-auto min-w-36 max-sm:flex-1"
        value={state.kind ?? "all"}
        onValueChange={(kind) => void setState({ kind: auditKinds.find((known) => known === kind) ?? null, page: null })}
        options={[{ value: "all", label: t("allKinds") }, ...auditKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))]}
      />
      <Select
        aria-label={t("period")}
        className="w-auto min-w-32 max-sm:flex-1"
        value={state.period ?? "all"}
        onValueChange={(period) => void setState({ period: auditPeriods.find((known) => known === period) ?? null, page: null })}
        options={[{ value: "all", label: t("allTime") }, ...auditPeriods.map((period) => ({ value: period, label: t(`periods.${period}`) }))]}
      />
      {only ? (
        <Button onClick={() => void setState({ organization: null, page: null })} aria-label={t("allOrganizations", { name: only })}>
          {only}
          <X aria-hidden />
        </Button>
      ) : null}
      <Button className="sm:ml-auto" pending={exported !== null} disabled={total === 0} onClick={() => void download()}>
        {exported === null ? <Download aria-hidden /> : null}
        {exported === null ? t("export") : t("exporting", { count: exported, total })}
      </Button>
    </div>
  );
}
