"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import type { BrakeCaseWire } from "@/lib/contracts/brake";
import { brakeCasePath } from "../connection-path";

/** Mass departures that wait for a decision, each with the way to it; not above the review itself. */
export function OpenCases({ organization, cases }: { organization: string; cases: readonly BrakeCaseWire[] }) {
  const t = useTranslations("brake.alert");
  const path = usePathname();
  const shown = cases.filter((each) => each.counts.waiting > 0 && !path.endsWith(brakeCasePath(organization, each)));
  return shown.map((each) => (
    <Callout
      key={each.brake_case_id}
      tone="danger"
      title={t(each.mode, { count: each.counts.waiting, connection: each.connection_name })}
      action={
        <ButtonLink size="sm" href={brakeCasePath(organization, each)}>
          {t("action")}
        </ButtonLink>
      }
    >
      {t(`${each.mode}Description`)}
    </Callout>
  ));
}
