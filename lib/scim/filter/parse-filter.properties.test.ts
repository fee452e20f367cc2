import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ScimError } from "@/lib/scim/errors";
import type { Filter } from "@/lib/scim/filter/filter";
import { parseFilter } from "@/lib/scim/filter/parse-filter";
import { silentQuirkLog } from "@/lib/scim/quirks/quirk-log";
import { formatAttributePath } from "@/lib/scim/schema/attribute-path";
import { userResource } from "@/lib/scim/schema/resource-schema";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

describe("properties", () => {
  const path = fc.constantFrom("userName", "externalId", "name.givenName", "emails.value", `${enterprise}:department`);
  const comparison = fc
    .tuple(path, fc.constantFrom("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"), fc.string({ unit: "grapheme" }))
    .map(([name, operator, value]) => `${name} ${operator} ${JSON.stringify(value)}`)
    .filter((text) => !text.includes("\\u0000"));
  const { filter } = fc.letrec<{ filter: string; term: string }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      tie("term"),
      fc.tuple(tie("filter"), tie("filter")).map(([a, b]) => `(${a}) and (${b})`),
      fc.tuple(tie("filter"), tie("filter")).map(([a, b]) => `(${a}) or (${b})`),
      tie("filter").map((inner) => `not (${inner})`),
    ),
    term: fc.oneof(comparison, path.map((name) => `${name} pr`)),
  }));

  /** Writes a parsed filter in the grammar again. */
  function print(parsed: Filter): string {
    switch (parsed.kind) {
      case "and":
      case "or":
        return parsed.filters.map((each) => `(${print(each)})`).join(` ${parsed.kind} `);
      case "not":
        return `not (${print(parsed.filter)})`;
      case "present":
        return `${formatAttributePath(parsed.path)} pr`;
      case "compare":
        return `${formatAttributePath(parsed.path)} ${parsed.operator} ${JSON.stringify(parsed.compared.value)}`;
      case "valuePath":
        return `${formatAttributePath(parsed.path)}[${print(parsed.filter).replaceAll(`${parsed.path.attribute.name}.`, "")}]`;
      case "constant":
        return String(parsed.value);
    }
  }

  test("what was parsed, printed and parsed again is the same", () => {
    fc.assert(
      fc.property(filter, (text) => {
        const parsed = parseFilter(text, userResource, silentQuirkLog);
        expect(parseFilter(print(parsed), userResource, silentQuirkLog)).toEqual(parsed);
      }),
    );
  });

  test("nothing but a ScimError is ever thrown", () => {
    const token = fc.constantFrom(..."()[]\"\\. .eq and or not pr userName emails type value null true 1e5 urn: : \u0000".split(" "), " ");
    const noise = fc.oneof(fc.string({ unit: "binary" }), fc.array(token).map((tokens) => tokens.join(" ")));
    fc.assert(
      fc.property(noise, (text) => {
        try {
          parseFilter(text, userResource, silentQuirkLog);
        } catch (error) {
          expect(error).toBeInstanceOf(ScimError);
        }
      }),
      { numRuns: 2_000 },
    );
  }, 30_000);
});
