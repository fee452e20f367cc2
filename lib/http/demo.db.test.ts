import { describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { installationScope } from "@/tests/support/create-tenant";
import { demoExternalId } from "./demo-external-id";
import { makeDemo } from "./make-demo";
import { removeDemo } from "./remove-demo";

const counts = async (): Promise<Record<string, number>> => {
  const { rows } = await pool().query<{ name: string; n: number }>(
    ["organization", "role", "member", "registration", "idp_group", "role_mapping", "connection", "scim_request"].map((table) => `SELECT '${table}' AS name, count(*)::int AS n FROM ${table}`).join(" UNION ALL "),
  );
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
};

describe("Demo data", () => {
  it("goes as it came: nothing of it is left, its roles included", async () => {
    const before = await counts();
    await makeDemo(installationScope, { name: "Lumenworks (demo)", users: 8, groups: 2, externalId: demoExternalId });
    expect(await counts()).toMatchObject({ organization: (before["organization"] ?? 0) + 1, role: (before["role"] ?? 0) + 2, connection: 2 });
    await removeDemo(installationScope);
    expect(await counts()).toEqual(before);
  });
});
