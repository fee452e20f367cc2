"use client";

import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

type Props = { organization: string; narrowed: boolean; canConnect: boolean; onClear: () => void };

/** Nobody found, or nobody there at all: two different things to do. */
export function MembersEmpty({ organization, narrowed, canConnect, onClear }: Props) {
  const t = useTranslations("members");
  const common = useTranslations("common");
  if (narrowed) {
    return <EmptyState kind="no-results" title={common("noResultsTitle")} description={common("noResultsDescription")} action={<Button onClick={onClear}>{common("clearFilters")}</Button>} />;
  }
  const action = (
    <ButtonLink variant="primary" href={`/organizations/${organization}/connections`}>
      {t("emptyAction")}
    </ButtonLink>
  );
  return <EmptyState icon={<UsersRound aria-hidden />} title={t("emptyTitle")} description={t("emptyDescription")} action={canConnect ? action : null} />;
}
