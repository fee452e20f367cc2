import type { Role } from "@/lib/contracts/role";

type Permissions = Role["permissions"];

/** Permissions as a person types them: one resource a line, `project: read, write`. */
export function toLines(permissions: Permissions): string {
  return permissions.map(({ resource_id, actions }) => `${resource_id}: ${actions.join(", ")}`).join("\n");
}

/** Reads such lines; the number of the first line that is none where one is wrong. */
export function parseLines(text: string): { permissions: Permissions } | { wrongLine: number } {
  const permissions: Permissions = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const [resource = "", list = "", ...rest] = line.split(/:\s+|:$/);
    const actions = list.split(",").map((action) => action.trim()).filter(Boolean);
    if (resource.trim() === "" || /\s/.test(resource.trim()) || actions.length === 0 || rest.length > 0) return { wrongLine: index + 1 };
    permissions.push({ resource_id: resource.trim(), actions });
  }
  return { permissions };
}
