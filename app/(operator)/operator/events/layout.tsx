import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function EventsTexts({ children }: { children: ReactNode }) {
  return <Messages of={["webhooks.events"]}>{children}</Messages>;
}
