import type { ReactNode } from "react";
import { FormSkeleton } from "@/components/layout/form-skeleton";
import { Messages } from "@/components/layout/messages";
import { PageSlot } from "@/components/layout/page-slot";

export default function SettingsTexts({ children }: { children: ReactNode }) {
  return (
    <Messages of={["settings", "sessions.length"]}>
      <PageSlot skeleton={<FormSkeleton />}>{children}</PageSlot>
    </Messages>
  );
}
