const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const ISO_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

const MATCHERS: Record<string, (actual: unknown) => boolean> = {
  "@any": (actual) => actual !== undefined,
  "@absent": (actual) => actual === undefined,
  "@uuid": (actual) => typeof actual === "string" && UUID.test(actual),
  "@number": (actual) => typeof actual === "number",
  "@string": (actual) => typeof actual === "string" && actual !== "",
  "@boolean": (actual) => typeof actual === "boolean",
  "@iso-date": (actual) => typeof actual === "string" && ISO_DATE.test(actual),
  "@array": (actual) => Array.isArray(actual),
};

/**
 * Differences between what came and what a conversation expects; none means a match. Objects match as subsets, arrays exactly, in
 * order. Matchers: the words above, `/regular expression/`, and for arrays `{"@contains": […]}`, `{"@excludes": […]}`,
 * `{"@unordered": […]}`, `{"@length": n}`, `{"@each": …}`.
 */
export function matchValue(actual: unknown, expected: unknown, at = ""): string[] {
  if (typeof expected === "string") return matchString(actual, expected, at);
  if (Array.isArray(expected)) return matchArray(actual, expected, at);
  if (!isObject(expected)) return actual === expected ? [] : [differ(actual, expected, at)];
  const matchers = Object.keys(expected).filter((name) => name.startsWith("@"));
  if (matchers.length > 0) return matchers.flatMap((name) => matchList(actual, name, expected[name], at));
  if (!isObject(actual)) return [differ(actual, expected, at)];
  return Object.entries(expected).flatMap(([name, value]) => matchValue(actual[name], value, `${at}/${name}`));
}

function matchString(actual: unknown, expected: string, at: string): string[] {
  if (expected.startsWith("@")) {
    const matcher = MATCHERS[expected];
    if (!matcher) throw new Error(`Unknown matcher ${expected}`);
    return matcher(actual) ? [] : [differ(actual, expected, at)];
  }
  const pattern = /^\/(.+)\/(i?)$/.exec(expected);
  if (pattern?.[1] !== undefined) return typeof actual === "string" && new RegExp(pattern[1], pattern[2]).test(actual) ? [] : [differ(actual, expected, at)];
  return actual === expected ? [] : [differ(actual, expected, at)];
}

function matchArray(actual: unknown, expected: unknown[], at: string): string[] {
  if (!Array.isArray(actual) || actual.length !== expected.length) return [differ(actual, expected, at)];
  return expected.flatMap((item, index) => matchValue(actual[index], item, `${at}/${String(index)}`));
}

function matchList(actual: unknown, matcher: string, expected: unknown, at: string): string[] {
  const list: unknown[] = Array.isArray(actual) ? actual : [];
  const has = (item: unknown) => list.some((candidate) => matchValue(candidate, item).length === 0);
  const items: unknown[] = Array.isArray(expected) ? expected : [];
  if (!Array.isArray(actual) && matcher !== "@excludes") return [differ(actual, { [matcher]: expected }, at)];
  switch (matcher) {
    case "@contains":
      return items.filter((item) => !has(item)).map((item) => differ(actual, { [matcher]: item }, at));
    case "@excludes":
      return items.filter(has).map((item) => differ(actual, { [matcher]: item }, at));
    case "@unordered":
      return list.length === items.length && items.every(has) ? [] : [differ(actual, { [matcher]: expected }, at)];
    case "@length":
      return list.length === expected ? [] : [differ(list.length, { [matcher]: expected }, at)];
    case "@each":
      return list.flatMap((item, index) => matchValue(item, expected, `${at}/${String(index)}`));
    default:
      throw new Error(`Unknown matcher ${matcher}`);
  }
}

function differ(actual: unknown, expected: unknown, at: string): string {
  return `${at || "body"}: expected ${shorten(expected)}, got ${shorten(actual)}`;
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
