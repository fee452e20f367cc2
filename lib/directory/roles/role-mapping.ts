/** One row of a connection's mappings: a group, pushed or only named so far, gives a role. */
export type RoleMappingEntry = {
  /** Null until the IdP pushes a group of this name. */
  groupId: string | null;
  groupName: string;
  roleId: string;
};

/** All mappings of a connection; `version` changes with every change of them and is sent back on saving. */
export type RoleMappings = { connectionId: string; version: string; entries: RoleMappingEntry[] };

/** What is asked for: a group by id, or by name where it was not pushed yet. */
export type RoleMappingInput = { roleId: string; groupId?: string | undefined; groupName?: string | undefined };
