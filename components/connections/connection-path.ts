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

/** Where a case of the connection's brake is reviewed. */
export function brakeCasePath(organization: string, place: { connection_id: string; brake_case_id: string }): string {
  return `${connectionPath(organization, place.connection_id)}/brake/${place.brake_case_id.replace(/^brake-case-/, "")}`;
}

/** Where it is asked who of a connection's people is here already. */
export function matchesPath(organization: string, connectionId: string): string {
  return `${connectionPath(organization, connectionId)}/matches`;
}

/** Where a connection's move to another identity provider is begun, watched and finished. */
export function movePath(organization: string, connectionId: string): string {
  return `${connectionPath(organization, connectionId)}/move`;
}
