import { expect, test } from "vitest";
import { createTenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";
import { findGroup } from "./find-group";
import { findGroupHistory } from "./find-group-history";

test("A group's history tells apart: sent, renamed, a group put inside, somebody in, a detail changed", async () => {
  const acme = await createTenant();
  const make = async (path: string, body: object) => String((await callScim(acme, "POST", path, body)).body.id);
  const backend = await make("/Groups", { displayName: "Backend" });
  const engineering = await make("/Groups", { displayName: "Engineers", members: [{ value: backend }] });
  const ada = await make("/Users", { userName: "ada@acme.example", displayName: "Ada" });
  const change = (...Operations: object[]) => callScim(acme, "PATCH", `/Groups/${engineering}`, { Operations });
  await change({ op: "replace", path: "displayName", value: "Engineering" });
  await change({ op: "add", path: "members", value: [{ value: ada }] });
  await change({ op: "replace", path: "externalId", value: "e-1" });
  const told = await findGroupHistory(acme.organizationScope, engineering, 10);
  expect(told.map(({ kind, inside, member }) => [kind, inside, member?.name])).toEqual([
    ["update", "", undefined],
    ["member_add", "", "Ada"],
    ["renamed", "", undefined],
    ["nested", "Backend", undefined],
    ["create", "", undefined],
  ]);
  expect(await findGroup(acme.organizationScope, engineering)).toMatchObject({ memberCount: 1, groupCount: 1, children: [{ name: "Backend" }] });
});
