const kinds = ["user", "credential", "setup_link", "connection", "command_line", "system"] as const;

/** What kind of actor an audit entry names, as the texts have it. */
export function actorKind(type: string): (typeof kinds)[number] {
  return kinds.find((kind) => kind === type) ?? "system";
}
