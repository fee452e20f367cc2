import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function OrganizationsTexts({ children }: { children: ReactNode }) {
  return <Messages of={["operator", "settings", "setupLinks", "guides.names"]}>{children}</Messages>;
}
