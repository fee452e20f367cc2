import type { Transaction } from "@/lib/db/transaction";

/**
 * What gives roles to groups is the role graph of an organization: which groups lie inside which, and the role mapping. A change of it and a change of
 * who is in a group must see each other, or neither tells that somebody gained or lost a role. So
 *
 * - who changes the graph takes it alone (`takeRoleGraph`), in a statement before all others, so that those read what everybody before left;
 * - who changes who is in a group shares it (`roleGraph`), with all others who do, and begins anew when the graph has changed since the statement began;
 * - who takes one person out of two groups at once meets at the person (`steadyMembers`).
 *
 * An advisory lock, since its row would be written by each sharer. Always taken before rows of groups and members are locked.
 */
export async function takeRoleGraph(tx: Transaction, organizationId: string): Promise<void> {
  await tx.query({ name: "take-role-graph", text: "select take_role_graph($1)", values: [organizationId] });
}

/** SQL: the part `role_graph (same)` of a `with`. Select from it, with `same`, wherever a row is locked or written. */
export function roleGraph(organizationId: string): string {
  return `role_graph as materialized (
    select role_graph_is(${organizationId}, (select role_graph_version from organization where id = ${organizationId})) as same
  )`;
}
