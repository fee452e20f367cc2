// A role mapping on a large group: preview, save, remove, through the management API; and how long provisioning of a member of it waits meanwhile.
import { cpuOfTree } from "./measure.mjs";
import { setActive } from "./people.mjs";

export async function benchMapping({ rollcall, client, organizationId, connectionId, group }) {
  const { project_id: id, secret } = rollcall.command("credential", "create");
  const headers = { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`, "content-type": "application/json" };
  const call = async (method, path, body) => {
    const response = await fetch(`${rollcall.origin}${path}`, { method, headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  await call("POST", "/v1/b2b/rbac/roles", { role_id: "bench_role", description: "", permissions: [] });
  const mappings = `/v1/b2b/scim/${organizationId}/connection/${connectionId}/role_mappings`;
  const { json } = await client.send("GET", `/Users?count=1`);
  const [person] = json.Resources;
  const row = async (label, work) => {
    const [began, cpu] = [performance.now(), cpuOfTree(rollcall.database)];
    const watch = watchPerson(client, person.id);
    await work();
    const seconds = (performance.now() - began) / 1000;
    const longest = await watch.stop();
    // The backend's time counts while it lives: read at once.
    return { label, seconds, databaseCpu: (cpuOfTree(rollcall.database) - cpu) / 1000, longest };
  };
  const wanted = { role_mappings: [{ group_id: group, role_id: "bench_role" }] };
  return [
    await row("preview", () => call("POST", `${mappings}/preview`, wanted)),
    await row("save", () => call("PUT", mappings, wanted)),
    await row("preview of its removal", () => call("POST", `${mappings}/preview`, { role_mappings: [] })),
    await row("remove", () => call("PUT", mappings, { role_mappings: [] })),
  ];
}

/** Deactivates and activates one member again and again, as an IdP might, and keeps the longest time. */
function watchPerson(client, id) {
  let [longest, on] = [0, true];
  const running = (async () => {
    for (let active = false; on; active = !active) {
      const began = performance.now();
      const { status } = await client.send("PATCH", `/Users/${id}`, setActive(active));
      if (status !== 200) throw new Error(`PATCH answered ${status}`);
      longest = Math.max(longest, performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  return { stop: async () => ((on = false), await running, longest) };
}
