export type Variables = Record<string, unknown>;

/**
 * Fills `{{user.id}}` into strings; a string that is only one variable becomes its value. `{"@merge": […]}` merges objects deeply
 * (what was read, plus a change), `{"@for": "{{ids}}", "item": …}` makes one item for each element, as `{{item}}`.
 */
export function expandTemplate(template: unknown, variables: Variables): unknown {
  if (typeof template === "string") return expandString(template, variables);
  if (Array.isArray(template)) return template.map((item) => expandTemplate(item, variables));
  if (!isObject(template)) return template;
  if (Array.isArray(template["@merge"])) return template["@merge"].map((part) => expandTemplate(part, variables)).reduce(merge);
  if ("@for" in template) return expandFor(template, variables);
  return Object.fromEntries(Object.entries(template).map(([name, value]) => [String(expandString(name, variables)), expandTemplate(value, variables)]));
}

function expandFor(template: Record<string, unknown>, variables: Variables): unknown[] {
  const list = expandTemplate(template["@for"], variables);
  if (!Array.isArray(list)) throw new Error(`@for needs a list, got ${JSON.stringify(list)}`);
  return list.map((item: unknown) => expandTemplate(template["item"], { ...variables, item }));
}

function expandString(text: string, variables: Variables): unknown {
  const whole = /^\{\{([^{}]+)\}\}$/.exec(text)?.[1];
  if (whole) return lookUp(whole, variables);
  return text.replace(/\{\{([^{}]+)\}\}/g, (_, name: string) => String(lookUp(name, variables)));
}

function lookUp(name: string, variables: Variables): unknown {
  let value: unknown = variables;
  for (const part of name.split(".")) value = isObject(value) || Array.isArray(value) ? (value as Record<string, unknown>)[part] : undefined;
  if (value === undefined) throw new Error(`Nothing was captured as ${name}`);
  return value;
}

function merge(base: unknown, change: unknown): unknown {
  if (!isObject(base) || !isObject(change)) return change;
  const names = [...new Set([...Object.keys(base), ...Object.keys(change)])];
  return Object.fromEntries(names.map((name) => [name, name in change ? merge(base[name], change[name]) : base[name]]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
