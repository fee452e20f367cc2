import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function RolesTexts({ children }: { children: ReactNode }) {
  return <Messages of={["roles"]}>{children}</Messages>;
}
