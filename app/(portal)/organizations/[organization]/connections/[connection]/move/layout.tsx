import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function MoveLayout({ children }: { children: ReactNode }) {
  return <Messages of={["move", "matches", "roles", "members"]}>{children}</Messages>;
}
