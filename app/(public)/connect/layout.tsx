import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function ConnectTexts({ children }: { children: ReactNode }) {
  return <Messages of={["signInMethods"]}>{children}</Messages>;
}
