import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function SettingsTexts({ children }: { children: ReactNode }) {
  return <Messages of={["signInMethods", "schemas", "brake", "matches.policy", "move.card"]}>{children}</Messages>;
}
