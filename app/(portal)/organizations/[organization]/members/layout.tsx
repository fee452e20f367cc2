import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function MembersTexts({ children }: { children: ReactNode }) {
  return <Messages of={["members", "sessions.member"]}>{children}</Messages>;
}
