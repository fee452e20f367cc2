import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function MatchesLayout({ children }: { children: ReactNode }) {
  return <Messages of={["matches", "roles", "members"]}>{children}</Messages>;
}
