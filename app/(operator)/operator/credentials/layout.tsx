import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function CredentialsTexts({ children }: { children: ReactNode }) {
  return <Messages of={["operator.credentials"]}>{children}</Messages>;
}
