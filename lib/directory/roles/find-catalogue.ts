import { prisma } from "@/lib/db/client";
import { type RoleRecord, toRoleRecord } from "./role-record";

/**
 * The roles that every organization may give, administrator first. The catalogue belongs to the installation and holds nothing of any tenant,
 * so that it needs no scope.
 */
export async function findCatalogue(): Promise<RoleRecord[]> {
  const roles = await prisma().role.findMany({ where: { organizationId: null }, orderBy: [{ reserved: "desc" }, { roleId: "asc" }] });
  return roles.map(toRoleRecord);
}
