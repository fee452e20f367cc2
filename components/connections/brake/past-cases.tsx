import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { BrakeCaseWire } from "@/lib/contracts/brake";
import { brakeCasePath } from "../connection-path";
import { useCaseTitle } from "./use-case-title";

/** What a brake caught so far, newest first. */
export function PastCases({ organization, cases }: { organization: string; cases: readonly BrakeCaseWire[] }) {
  const t = useTranslations("brake.settings");
  return (
    <div className="border-t border-border pt-3">
      <h3 className="px-4 text-sm font-medium text-text">{t("past")}</h3>
      <ul className="mt-1 pb-1.5">
        {cases.map((each) => (
          <PastCase key={each.brake_case_id} organization={organization} brakeCase={each} />
        ))}
      </ul>
    </div>
  );
}

function PastCase({ organization, brakeCase }: { organization: string; brakeCase: BrakeCaseWire }) {
  const t = useTranslations("brake.case");
  const title = useCaseTitle(brakeCase);
  const waits = brakeCase.counts.waiting > 0;
  return (
    <li>
      <Link href={brakeCasePath(organization, brakeCase)} className="flex items-center gap-3 px-4 py-2 text-sm hover:bg-sunken">
        <span className="min-w-0 flex-1 text-text sm:truncate">{title}</span>
        <span className="whitespace-nowrap text-muted max-sm:hidden">
          <RelativeTime at={brakeCase.opened_at} />
        </span>
        <Badge tone={waits ? "warning" : "neutral"}>{waits ? t("open") : t("closed")}</Badge>
        <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
      </Link>
    </li>
  );
}
