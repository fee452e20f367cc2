import { invalidFilter } from "@/lib/scim/errors";
import { buildComparison, type Literal } from "@/lib/scim/filter/build-comparison";
import type { CompareOperator, Filter } from "@/lib/scim/filter/filter";
import { type FilterScope, resourceScope, valueScope } from "@/lib/scim/filter/filter-scope";
import { isKeyword, TokenCursor } from "@/lib/scim/filter/token-cursor";
import { tokenize } from "@/lib/scim/filter/tokenize";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { AttributePath } from "@/lib/scim/schema/attribute-path";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/**
 * Parses a filter by RFC 7644 section 3.4.2.2 (figure 1), with tolerances 17 to 20. Every name is resolved and every
 * value typed. Throws invalidFilter, also beyond 8 KiB, 100 comparisons or 20 nested brackets.
 */
export function parseFilter(text: string, schema: ResourceSchema, quirks: QuirkLog): Filter {
  return parseInScope(text, resourceScope(schema, quirks), quirks);
}

/**
 * Parses a filter for one resource type of a query at the server root (RFC 7644 section 3.4.2.1): what only another type
 * has counts as unassigned here.
 */
export function parseRootFilter(
  text: string,
  schema: ResourceSchema,
  otherSchemas: readonly ResourceSchema[],
  quirks: QuirkLog,
): Filter {
  return parseInScope(text, resourceScope(schema, quirks, otherSchemas), quirks);
}

/** Parses what stands between the brackets of `path[…]`; leaves the closing bracket to the caller. */
export function parseValueFilter(cursor: TokenCursor, path: AttributePath, schema: ResourceSchema, quirks: QuirkLog): Filter {
  return parseOr({ cursor, scope: valueScope(path, schema), quirks });
}

type Parser = { cursor: TokenCursor; scope: FilterScope; quirks: QuirkLog };

function parseInScope(text: string, scope: FilterScope, quirks: QuirkLog): Filter {
  const cursor = new TokenCursor(tokenize(text), text);
  const filter = parseOr({ cursor, scope, quirks });
  if (cursor.peek().kind !== "end") throw cursor.unexpected('"and", "or" or the end');
  return filter;
}

/** `or` binds weakest (RFC 7644 table 4). */
function parseOr(parser: Parser): Filter {
  const filters = [parseAnd(parser)];
  while (parser.cursor.takeKeyword("or")) filters.push(parseAnd(parser));
  return filters.length === 1 && filters[0] !== undefined ? filters[0] : { kind: "or", filters };
}

function parseAnd(parser: Parser): Filter {
  const filters = [parseTerm(parser)];
  while (parser.cursor.takeKeyword("and")) filters.push(parseTerm(parser));
  return filters.length === 1 && filters[0] !== undefined ? filters[0] : { kind: "and", filters };
}

function parseTerm(parser: Parser): Filter {
  const { cursor } = parser;
  if (cursor.takeIf("(")) return cursor.nested(")", () => parseOr(parser));
  if (isKeyword(cursor.peek(), "not") && cursor.peek(1).kind === "(") {
    cursor.take();
    cursor.take();
    return { kind: "not", filter: cursor.nested(")", () => parseOr(parser)) };
  }
  return parseAttributeExpression(parser);
}

function parseAttributeExpression(parser: Parser): Filter {
  const { cursor } = parser;
  const name = cursor.peek();
  if (name.kind !== "word") throw cursor.unexpected("an attribute name");
  cursor.take();
  if (cursor.takeIf("[")) return parseValuePath(parser, name.text);
  cursor.countTerm();
  return parseOperation(parser, name.text);
}

function parseValuePath(parser: Parser, name: string): Filter {
  const { cursor, scope, quirks } = parser;
  const { path, elements, isForeign } = scope.list(name);
  const inner = { cursor, scope: elements, quirks };
  const filter = cursor.nested("]", () => parseOr(inner));
  const tail = parseTail(inner, path.attribute.name);
  if (isForeign) return { kind: "constant", value: false };
  return { kind: "valuePath", path, filter: tail === null ? filter : { kind: "and", filters: [filter, tail] } };
}

/** Tolerance 20: Entra asks `emails[type eq "work"].value eq "…"`, which means: one element satisfies both. */
function parseTail(parser: Parser, attribute: string): Filter | null {
  const { cursor, quirks } = parser;
  const next = cursor.peek();
  if (next.kind !== "word" || !next.text.startsWith(".")) return null;
  cursor.take();
  cursor.countTerm();
  quirks.note("filtered_path_in_filter", `${attribute}[…]${next.text}`);
  return parseOperation(parser, next.text.slice(1));
}

function parseOperation({ cursor, scope, quirks }: Parser, name: string): Filter {
  if (cursor.takeKeyword("pr")) return scope.present(name);
  const operator = takeOperator(cursor);
  const literal = takeLiteral(cursor);
  return scope.compare(name, operator, (path) => buildComparison(path, operator, literal, quirks));
}

const operators: ReadonlyMap<string, CompareOperator> = new Map(
  (["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"] as const).map((each) => [each, each]),
);

function takeOperator(cursor: TokenCursor): CompareOperator {
  const token = cursor.peek();
  const operator = token.kind === "word" ? operators.get(token.text.toLowerCase()) : undefined;
  if (operator === undefined) throw cursor.unexpected("an operator (eq, ne, co, sw, ew, gt, ge, lt, le, pr)");
  cursor.take();
  return operator;
}

function takeLiteral(cursor: TokenCursor): Literal {
  const token = cursor.peek();
  if (token.kind !== "word" && token.kind !== "string") throw cursor.unexpected("a value");
  cursor.take();
  // Taken for an unquoted value it would match nobody, and the client would create the resource a second time.
  if (token.kind === "word" && token.text.startsWith("'")) throw invalidFilter(`Values stand in double quotes, but ${token.text.slice(0, 40)} begins with a single one.`);
  if (token.kind === "string" && cursor.peek().kind === "string") throw invalidFilter("Two values follow each other.");
  return { text: token.text, quoted: token.kind === "string" };
}
