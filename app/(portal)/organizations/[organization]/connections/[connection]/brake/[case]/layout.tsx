import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function BrakeCaseLayout({ children }: { children: ReactNode }) {
  return <Messages of={["brake", "roles", "members"]}>{children}</Messages>;
}
