import { foldUserName } from "@/lib/directory/registrations/fold-user-name";
import { displayOf, fromManager, hasExternalId, registrationGroups } from "@/lib/directory/registrations/registration-columns";
import type { Comparison, Filter } from "@/lib/scim/filter/filter";
import { isManager } from "@/lib/scim/quirks/manager";
import type { AttributePath } from "@/lib/scim/schema/attribute-path";
import { enterpriseUserSchemaId } from "@/lib/scim/schema/enterprise-user";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";
import type { Bind, SqlColumn, SqlSource } from "../filter-sql";
import { metaColumn } from "../meta-column";
import { schemasAsJson } from "../schemas-as-json";
import { isUuid, type ScopeOfQuery } from "../scim-call";

/** Where the attributes of a User live. */
export function userSource(scope: ScopeOfQuery, schema: ResourceSchema, bind: Bind): SqlSource {
  return {
    attributes: "r.attributes",
    column: (path) => userColumn(scope, path, bind),
    elements: (path) => {
      if (path.urn !== null) return null;
      if (path.attribute.name === "schemas") return schemasAsJson(schema, "r.attributes", bind);
      return path.attribute.name === "groups" ? groupsAsJson(scope, bind) : null;
    },
    shortcut: (filter, bindValue) => findShortcut(scope, filter, bindValue),
    narrow: narrowByEmail,
  };
}

function userColumn(scope: ScopeOfQuery, path: AttributePath, bind: Bind): SqlColumn | null {
  if (path.urn !== null) return managerColumn(scope, path, bind);
  switch (path.attribute.name) {
    case "id":
      return { text: "r.id", type: "uuid" };
    case "userName":
      return { text: "r.user_name", key: "r.user_name_key", fold: foldUserName, type: "text" };
    case "active":
      // As the IdP said it, also where a person is kept active.
      return { text: "(r.active and not r.kept_active)", type: "boolean" };
    case "meta":
      return metaColumn("r", path.sub?.name ?? "", "User", () => bind(`${scope.baseUrl}/Users/`));
    default:
      return null;
  }
}

/** Name and address of the manager, where that is somebody here; else what the IdP wrote. */
function managerColumn(scope: ScopeOfQuery, path: AttributePath, bind: Bind): SqlColumn | null {
  if (!isManager({ ...path, sub: null }) || !path.sub || path.sub.name === "value") return null;
  const given = `r.attributes #>> '{${enterpriseUserSchemaId},manager,${path.sub.name}}'`;
  const found = path.sub.name === "$ref" ? `${bind(`${scope.baseUrl}/Users/`)}::text || chief.id` : displayOf("chief");
  return { text: `coalesce((select ${found} ${fromManager("r")}), ${given})`, type: "text" };
}

/** The `groups` of a person as they are shown. */
function groupsAsJson(scope: ScopeOfQuery, bind: Bind): string {
  const list = registrationGroups.replace(/ as groups$/, "");
  const reference = `${bind(`${scope.baseUrl}/Groups/`)}::text || (held->>'id')`;
  return `(select jsonb_agg(jsonb_build_object('value', held->>'id', 'display', held->>'display', 'type', held->>'type', '$ref', ${reference})) from jsonb_array_elements(${list}::jsonb) held)`;
}

/** Who is in a group is asked by id: from the group's side it is one index. */
function findShortcut(scope: ScopeOfQuery, filter: Filter, bind: Bind): string | null {
  if (filter.kind !== "compare" || filter.path.urn !== null) return null;
  const { attribute, sub } = filter.path;
  if (attribute.name === "displayName") return compareDisplayName(filter, bind);
  if (filter.operator !== "eq" || filter.compared.as !== "exactText") return null;
  // The column knows no empty external id; the JSON does.
  if (attribute.name === "externalId" && filter.compared.value !== "") return `(${hasExternalId("r", bind(scope.connectionId), bind(filter.compared.value))})`;
  if (attribute.name === "id") return isUuid(filter.compared.value) ? `(r.id = ${bind(filter.compared.value)}::uuid)` : "false";
  if (attribute.name !== "groups" || sub?.name !== "value") return null;
  if (!isUuid(filter.compared.value)) return "false";
  return `(r.id in (
    with recursive inside (group_id) as (
      select ${bind(filter.compared.value)}::uuid union select n.child_group_id from group_nesting n join inside on n.group_id = inside.group_id
    )
    select m.registration_id from group_membership m join inside on inside.group_id = m.group_id))`;
}

/** The index of e-mail addresses (migration `hot_registrations`). */
function narrowByEmail(filter: Filter, bind: Bind): string | null {
  if ((filter.kind !== "valuePath" && filter.kind !== "compare") || filter.path.urn !== null || filter.path.attribute.name !== "emails") return null;
  const compared = soleValue(filter.kind === "valuePath" ? filter.filter : filter)?.compared;
  if (compared?.as !== "text" || compared.value === "") return null;
  return `r.emails_key @> ${bind(JSON.stringify([{ value: compared.value.toLowerCase() }]))}::jsonb`;
}

/** How much of a display name its column holds. */
const keyLength = 100;

/** Names that equal or begin with a value which the column can hold whole. */
function compareDisplayName({ operator, compared }: Comparison, bind: Bind): string | null {
  if (compared.as !== "text" || compared.value === "") return null;
  const value = compared.value.toLowerCase();
  if ([...value].length >= keyLength) return null;
  if (operator === "eq") return `(r.display_name_key = ${bind(value)}::text)`;
  // What begins with it lies, by code points, between it and it followed by the last character there is.
  return operator === "sw" ? `(r.display_name_key >= ${bind(value)}::text and r.display_name_key < ${bind(`${value}${String.fromCodePoint(0x10ffff).repeat(keyLength)}`)}::text)` : null;
}

/** `emails[type eq "work" and value eq "…"]`: the comparison of the value, which all have to meet. */
function soleValue(filter: Filter): Comparison | null {
  if (filter.kind === "compare") return filter.path.sub?.name === "value" && filter.operator === "eq" ? filter : null;
  return filter.kind === "and" ? (filter.filters.map(soleValue).find((each) => each !== null) ?? null) : null;
}
