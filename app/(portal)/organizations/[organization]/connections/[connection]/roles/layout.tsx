import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function MappingTexts({ children }: { children: ReactNode }) {
  return <Messages of={["roles", "groups"]}>{children}</Messages>;
}
