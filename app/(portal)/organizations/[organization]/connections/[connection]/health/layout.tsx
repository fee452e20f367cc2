import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function HealthTexts({ children }: { children: ReactNode }) {
  return <Messages of={["health", "menus", "quirks", "activity"]}>{children}</Messages>;
}
