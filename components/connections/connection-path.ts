/** The portal address of a connection's page, or of one of its tabs. */
export function connectionPath(organization: string, connectionId: string, tab?: "setup" | "roles" | "activity" | "settings"): string {
  const path = `/organizations/${organization}/connections/${connectionId.replace(/^scim-connection-/, "")}`;
  return tab ? `${path}/${tab}` : path;
}
