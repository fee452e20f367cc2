import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function SetUpTexts({ children }: { children: ReactNode }) {
  return <Messages of={["setupLinks", "connections", "guides", "activity", "health", "menus", "quirks", "signInMethods.federation"]}>{children}</Messages>;
}
