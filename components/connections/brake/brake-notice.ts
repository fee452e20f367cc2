import type { useTranslations } from "next-intl";
import type { Notice } from "@/components/ui/notice-stack";
import type { BrakeCaseWire } from "@/lib/contracts/brake";
import { brakeCasePath } from "../connection-path";

/** A mass departure that waits for a decision, with the way to it. */
export function brakeNotice(t: ReturnType<typeof useTranslations<"brake.alert">>, organization: string, each: BrakeCaseWire): Notice {
  return {
    key: each.brake_case_id,
    tone: "danger",
    title: t(each.mode, { count: each.counts.waiting, connection: each.connection_name }),
    description: t(`${each.mode}Description`),
    href: brakeCasePath(organization, each),
    action: t("action"),
  };
}
