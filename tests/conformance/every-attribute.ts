import { expect } from "vitest";
import { type Client, filterQuery, type Json, patchOp, URNS } from "./client";
import { findViolations, readCatalogue } from "./validate-answer";

type Attribute = { name: string; type: string; multiValued: boolean; mutability: string; returned: string; caseExact: boolean; canonicalValues?: string[]; subAttributes?: Attribute[] };

let made = 0;

/** A value of the attribute's type; another one each time. */
function sample(attribute: Attribute, type?: string): Json {
  made += 1;
  const one = (): Json => {
    switch (attribute.type) {
      case "boolean":
        return true;
      case "integer":
        return made;
      case "decimal":
        return made + 0.5;
      case "dateTime":
        return "2026-01-31T12:00:00Z";
      case "binary":
        return Buffer.from(`value ${made}`).toString("base64");
      case "reference":
        return `https://example.com/${made}`;
      case "complex":
        return sampleElement(attribute, type);
      default:
        return attribute.canonicalValues?.[0] ?? `Value ${made}`;
    }
  };
  return attribute.multiValued ? [one()] : one();
}

function sampleElement({ subAttributes = [] }: Attribute, type?: string): Json {
  const written = subAttributes.filter((sub) => sub.mutability !== "readOnly" && sub.name !== "$ref" && sub.name !== "primary");
  return Object.fromEntries(written.map((sub) => [sub.name, sub.name === "type" ? (type ?? sub.canonicalValues?.[0] ?? "work") : sample({ ...sub, multiValued: false })]));
}

/** Every attribute that a client may write, with the path that a PATCH names it by. */
async function writableAttributes(client: Client): Promise<{ path: string; urn: string; attribute: Attribute }[]> {
  const { schemas, types } = await readCatalogue(client);
  const user = types.get("User");
  return [user?.schema ?? "", ...(user?.extensions ?? [])].flatMap((urn) =>
    ((schemas.get(urn) ?? []) as unknown as Attribute[])
      .filter(({ mutability, name }) => mutability === "readWrite" && name !== "userName" && name !== "active")
      .map((attribute) => ({ urn, attribute, path: urn === user?.schema ? attribute.name : `${urn}:${attribute.name}` })),
  );
}

const valueAt = (resource: Json, urn: string, name: string): Json => (urn === URNS.user ? resource[name] : resource[urn]?.[name]);

/** What the client wrote is there, whatever the service adds to it. */
const holds = (written: Json): Json => (Array.isArray(written) ? written.map(holds) : typeof written === "object" && written !== null ? expect.objectContaining(written) : written);

/**
 * As Microsoft's validator and others do: takes the published schema and writes every attribute in every way it may be written, reads it back, looks
 * it up, and takes it away again. Each answer must be what the schema says.
 */
export async function writeEveryAttribute(client: Client): Promise<void> {
  const catalogue = await readCatalogue(client);
  const { id } = (await client.call("POST", "/Users", { schemas: [URNS.user], userName: "every@example.com" })).body;
  const read = async (): Promise<Json> => {
    const { body } = await client.call("GET", `/Users/${String(id)}`);
    expect(findViolations(catalogue, body)).toEqual([]);
    return body;
  };
  const patch = async (operation: Json): Promise<void> => {
    const { status, text } = await client.call("PATCH", `/Users/${String(id)}`, patchOp(operation));
    expect([200, 204], `${JSON.stringify(operation)} ${text}`).toContain(status);
  };
  for (const { path, urn, attribute } of await writableAttributes(client)) {
    const [first, second] = [sample(attribute), sample(attribute)];
    await patch({ op: "add", path, value: first });
    expect(valueAt(await read(), urn, attribute.name), `add ${path}`).toEqual(holds(first));
    await patch({ op: "replace", path, value: second });
    expect(valueAt(await read(), urn, attribute.name), `replace ${path}`).toEqual(holds(second));
    await findByEach(client, path, attribute, second, String(id));
    if (attribute.multiValued && attribute.type === "complex") await changeElements({ path, attribute, read, patch });
    await patch({ op: "remove", path });
    expect(valueAt(await read(), urn, attribute.name), `remove ${path}`).toBeUndefined();
    await patch({ op: "replace", value: { [path]: first } });
    expect(valueAt(await read(), urn, attribute.name), `replace without path ${path}`).toEqual(holds(first));
  }
  const full = await read();
  const put = await client.call("PUT", `/Users/${String(id)}`, full);
  expect([put.status, put.body]).toEqual([200, full]);
}

/** Every value finds its owner, in another case where case does not count, and nobody in another. */
async function findByEach(client: Client, path: string, attribute: Attribute, written: Json, id: string): Promise<void> {
  const element = attribute.multiValued ? written[0] : written;
  const leaves = attribute.type === "complex" ? (attribute.subAttributes ?? []).filter((sub) => element[sub.name] !== undefined).map((sub) => ({ at: `${path}.${sub.name}`, sub, value: element[sub.name] })) : [{ at: path, sub: attribute, value: element }];
  for (const { at, sub, value } of leaves) {
    const found = async (filter: string): Promise<boolean> => {
      const { status, body, text } = await client.call("GET", filterQuery("/Users", filter, "&attributes=id"));
      expect(status, `${filter} ${text}`).toBe(200);
      return body.Resources.some((each: Json) => each.id === id);
    };
    expect(await found(`${at} eq ${JSON.stringify(value)}`), `${at} eq`).toBe(true);
    expect(await found(`${at} pr and not (${at} ne ${JSON.stringify(value)})`), `${at} pr`).toBe(true);
    if (sub.type !== "string") continue;
    expect(await found(`${at} eq ${JSON.stringify(String(value).toUpperCase())}`), `${at} eq in capitals`).toBe(!sub.caseExact);
    expect(await found(`${at.toUpperCase()} SW ${JSON.stringify(String(value).slice(0, 3))}`), `${at} sw`).toBe(true);
  }
}

type Change = { path: string; attribute: Attribute; read: () => Promise<Json>; patch: (operation: Json) => Promise<void> };

/** Elements of a list are added, changed by their type and taken away one by one; the others stay (RFC 7644 sections 3.5.2.1 to 3.5.2.3). */
async function changeElements({ path, attribute, read, patch }: Change): Promise<void> {
  const types = attribute.subAttributes?.find(({ name }) => name === "type")?.canonicalValues ?? ["work", "home"];
  const [one = "work", two = "home"] = types;
  const text = attribute.subAttributes?.find(({ name, type, mutability }) => type === "string" && mutability === "readWrite" && name !== "type")?.name ?? "display";
  const list = async (): Promise<Json[]> => (await read())[path] ?? [];
  await patch({ op: "replace", path, value: [{ ...sampleElement(attribute, one), primary: true }] });
  await patch({ op: "add", path, value: [sampleElement(attribute, two)] });
  const before = await list();
  expect(before.map(({ type }) => type)).toEqual([one, two]);
  await patch({ op: "add", path, value: [before[1]] });
  expect(await list(), `add ${path} again`).toEqual(before);
  await patch({ op: "replace", path: `${path}[type eq "${two}"].${text}`, value: "Changed" });
  expect(await list(), `replace one of ${path}`).toEqual([before[0], { ...before[1], [text]: "Changed" }]);
  await patch({ op: "replace", path: `${path}[type eq "${two}"].primary`, value: true });
  expect((await list()).map(({ primary }) => primary === true), `primary of ${path}`).toEqual([false, true]);
  await patch({ op: "remove", path: `${path}[type eq "${one}"]` });
  expect((await list()).map(({ type }) => type)).toEqual([two]);
}
