"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { Button } from "@/components/ui/button";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import { AUDIT_SUBJECTS } from "@/lib/contracts/audit";

const periods = ["1", "7", "30", "365"] as const;

/** Narrows an audit log; everything lives in the URL. */
export function AuditFilters({ organization }: { organization: { slug: string; name: string } | null }) {
  const t = useTranslations("operator.audit");
  const [state, setState] = useQueryStates(
    { action: parseAsString, since: parseAsString, organization: parseAsString, page: parseAsInteger },
    { shallow: false },
  );
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchInput label={t("search")} shallow={false} />
      <Select
        aria-label={t("subject")}
        value={state.action ?? "all"}
        onValueChange={(action) => void setState({ action: action === "all" ? null : action, page: null })}
        options={(["all", ...AUDIT_SUBJECTS] as const).map((subject) => ({ value: subject, label: t(`subjects.${subject}`) }))}
        className="w-auto min-w-40"
      />
      <Select
        aria-label={t("period")}
        value={state.since ?? "all"}
        onValueChange={(since) => void setState({ since: since === "all" ? null : since, page: null })}
        options={[{ value: "all", label: t("allTime") }, ...periods.map((days) => ({ value: days, label: t("lastDays", { days: Number(days) }) }))]}
        className="w-auto min-w-36"
      />
      {organization ? (
        <Button onClick={() => void setState({ organization: null, page: null })} aria-label={t("clearOrganization", { name: organization.name })}>
          {organization.name}
          <X aria-hidden />
        </Button>
      ) : null}
    </div>
  );
}
