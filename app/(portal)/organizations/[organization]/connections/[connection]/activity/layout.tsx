import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function ActivityTexts({ children }: { children: ReactNode }) {
  return <Messages of={["activity", "menus", "quirks"]}>{children}</Messages>;
}
