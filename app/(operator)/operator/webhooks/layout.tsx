import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function WebhooksTexts({ children }: { children: ReactNode }) {
  return <Messages of={["webhooks"]}>{children}</Messages>;
}
