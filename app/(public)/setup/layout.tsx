import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function SetUpLinkTexts({ children }: { children: ReactNode }) {
  return <Messages of={["setupLinks"]}>{children}</Messages>;
}
