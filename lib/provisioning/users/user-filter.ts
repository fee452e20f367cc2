import { registrationGroups } from "@/lib/directory/registrations/registration-columns";
import type { Filter } from "@/lib/scim/filter/filter";
import type { AttributePath } from "@/lib/scim/schema/attribute-path";
import type { Bind, SqlColumn, SqlSource } from "../filter-sql";
import { metaColumn } from "../meta-column";
import { isUuid, type ScopeOfQuery } from "../scim-call";

/** Where the attributes of a User live. */
export function userSource(scope: ScopeOfQuery, bind: Bind): SqlSource {
  return {
    attributes: "r.attributes",
    column: (path) => userColumn(scope, path, bind),
    elements: (path) => (path.urn === null && path.attribute.name === "groups" ? groupsAsJson(scope, bind) : null),
    shortcut: findShortcut,
  };
}

function userColumn(scope: ScopeOfQuery, path: AttributePath, bind: Bind): SqlColumn | null {
  if (path.urn !== null) return null;
  switch (path.attribute.name) {
    case "id":
      return { text: "r.id", type: "uuid" };
    case "userName":
      return { text: "r.user_name", key: "r.user_name_key", type: "text" };
    case "active":
      // As the IdP said it, also where a person is kept active.
      return { text: "(r.active and not r.kept_active)", type: "boolean" };
    case "meta":
      return metaColumn("r", path.sub?.name ?? "", "User", () => bind(`${scope.baseUrl}/Users/`));
    default:
      return null;
  }
}

/** The `groups` of a person as they are shown. */
function groupsAsJson(scope: ScopeOfQuery, bind: Bind): string {
  const list = registrationGroups.replace(/ as groups$/, "");
  const reference = `${bind(`${scope.baseUrl}/Groups/`)}::text || (held->>'id')`;
  return `(select jsonb_agg(jsonb_build_object('value', held->>'id', 'display', held->>'display', 'type', held->>'type', '$ref', ${reference})) from jsonb_array_elements(${list}::jsonb) held)`;
}

/** Who is in a group is asked by id: from the group's side it is one index. */
function findShortcut(filter: Filter, bind: Bind): string | null {
  if (filter.kind !== "compare" || filter.operator !== "eq" || filter.path.urn !== null || filter.compared.as !== "exactText") return null;
  const { attribute, sub } = filter.path;
  // The column knows no empty external id; the JSON does.
  if (attribute.name === "externalId" && filter.compared.value !== "") return `(r.external_id = ${bind(filter.compared.value)}::text)`;
  if (attribute.name === "id") return isUuid(filter.compared.value) ? `(r.id = ${bind(filter.compared.value)}::uuid)` : "false";
  if (attribute.name !== "groups" || sub?.name !== "value") return null;
  if (!isUuid(filter.compared.value)) return "false";
  return `(r.id in (
    with recursive inside (group_id) as (
      select ${bind(filter.compared.value)}::uuid union select n.child_group_id from group_nesting n join inside on n.group_id = inside.group_id
    )
    select m.registration_id from group_membership m join inside on inside.group_id = m.group_id))`;
}
