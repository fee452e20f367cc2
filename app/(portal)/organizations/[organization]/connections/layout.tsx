import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function ConnectionsTexts({ children }: { children: ReactNode }) {
  return <Messages of={["connections", "guides.names", "guides.hints", "guides.unnamed", "setupLinks"]}>{children}</Messages>;
}
