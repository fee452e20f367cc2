import { readSetupLinkId } from "@/lib/contracts/setup-link-id";

type Tab = "setup" | "roles" | "activity" | "health" | "settings";

/**
 * The address of a connection's page, or of one of its tabs. Inside a set-up link (`organization` is then `setup-link-<uuid>`)
 * there are three pages only.
 */
export function connectionPath(organization: string, connectionId: string, tab?: Tab): string {
  if (readSetupLinkId(organization)) return tab === "activity" || tab === "health" ? `/setup/connection/${tab}` : "/setup/connection";
  const path = `/organizations/${organization}/connections/${connectionId.replace(/^scim-connection-/, "")}`;
  return tab ? `${path}/${tab}` : path;
}
