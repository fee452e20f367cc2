import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function PublicTexts({ children }: { children: ReactNode }) {
  return <Messages of={["auth"]}>{children}</Messages>;
}
