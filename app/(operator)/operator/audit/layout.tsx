import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function AuditTexts({ children }: { children: ReactNode }) {
  return <Messages of={["activity.audit", "activity.actions"]}>{children}</Messages>;
}
