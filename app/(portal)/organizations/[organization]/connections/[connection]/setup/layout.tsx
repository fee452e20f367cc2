import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function SetUpTexts({ children }: { children: ReactNode }) {
  return <Messages of={["activity", "guides", "signInMethods.federation"]}>{children}</Messages>;
}
