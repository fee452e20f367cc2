import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function SessionsTexts({ children }: { children: ReactNode }) {
  return <Messages of={["sessions.issuers", "sessions.keys"]}>{children}</Messages>;
}
