import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function SettingsTexts({ children }: { children: ReactNode }) {
  return <Messages of={["settings", "sessions.length"]}>{children}</Messages>;
}
