import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";
import { PageSkeleton } from "@/components/layout/page-skeleton";
import { PageSlot } from "@/components/layout/page-slot";

export default function AuditTexts({ children }: { children: ReactNode }) {
  return (
    <Messages of={["activity.audit", "activity.actions"]}>
      <PageSlot skeleton={<PageSkeleton />}>{children}</PageSlot>
    </Messages>
  );
}
