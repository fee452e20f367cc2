import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function GroupsTexts({ children }: { children: ReactNode }) {
  return <Messages of={["groups", "members"]}>{children}</Messages>;
}
