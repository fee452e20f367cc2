import { groupMembers } from "@/lib/directory/groups/stored-group";
import type { Filter } from "@/lib/scim/filter/filter";
import type { AttributePath } from "@/lib/scim/schema/attribute-path";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";
import type { Bind, SqlColumn, SqlSource } from "../filter-sql";
import { metaColumn } from "../meta-column";
import { schemasAsJson } from "../schemas-as-json";
import { isUuid, type ScopeOfQuery } from "../scim-call";

/** Where the attributes of a Group live. */
export function groupSource(scope: ScopeOfQuery, schema: ResourceSchema, bind: Bind): SqlSource {
  return {
    attributes: "g.attributes",
    column: (path) => groupColumn(scope, path, bind),
    elements: (path) => {
      if (path.urn !== null) return null;
      if (path.attribute.name === "schemas") return schemasAsJson(schema, "g.attributes", bind);
      return path.attribute.name === "members" ? membersAsJson(scope, bind) : null;
    },
    shortcut: findShortcut,
  };
}

function groupColumn(scope: ScopeOfQuery, path: AttributePath, bind: Bind): SqlColumn | null {
  if (path.urn !== null) return null;
  switch (path.attribute.name) {
    case "id":
      return { text: "g.id", type: "uuid" };
    case "displayName":
      return { text: "g.display_name", key: "g.display_name_key", type: "text" };
    case "meta":
      return metaColumn("g", path.sub?.name ?? "", "Group", () => bind(`${scope.baseUrl}/Groups/`));
    default:
      return null;
  }
}

/** The members of a group as they are shown. */
function membersAsJson(scope: ScopeOfQuery, bind: Bind): string {
  const list = groupMembers.replace(/ as members$/, "");
  const reference = `${bind(scope.baseUrl)}::text || '/' || (held->>'type') || 's/' || (held->>'id')`;
  return `(select jsonb_agg(jsonb_build_object('value', held->>'id', 'display', held->>'display', 'type', held->>'type', '$ref', ${reference})) from jsonb_array_elements(${list}::jsonb) held)`;
}

/** `members.value eq "…"` and `members[value eq "…"]`: one look at the index of memberships. */
function findShortcut(filter: Filter, bind: Bind): string | null {
  if (filter.kind === "valuePath" && filter.path.attribute.name === "members" && filter.filter.kind === "compare") return findShortcut(filter.filter, bind);
  if (filter.kind !== "compare" || filter.operator !== "eq" || filter.path.urn !== null || filter.compared.as !== "exactText") return null;
  const { attribute, sub } = filter.path;
  // The column knows no empty external id; the JSON does.
  if (attribute.name === "externalId" && filter.compared.value !== "") return `(g.external_id = ${bind(filter.compared.value)}::text)`;
  if (attribute.name === "id") return isUuid(filter.compared.value) ? `(g.id = ${bind(filter.compared.value)}::uuid)` : "false";
  if (attribute.name !== "members" || sub?.name !== "value") return null;
  if (!isUuid(filter.compared.value)) return "false";
  const id = bind(filter.compared.value);
  return `(g.id in (select m.group_id from group_membership m where m.registration_id = ${id}::uuid union all select n.group_id from group_nesting n where n.child_group_id = ${id}::uuid))`;
}
