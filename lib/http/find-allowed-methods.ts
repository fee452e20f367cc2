import { operations } from "@/lib/contracts/operations/all";

type Known = { pattern: RegExp; steps: number; methods: string[] };

const known = new Map<string, Known>();
for (const { path, method } of operations) {
  const place = known.get(path);
  if (place) place.methods.push(method);
  else known.set(path, { pattern: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}/?$`), steps: path.split("{").length, methods: [method] });
}

/** The methods of the management API at an address; null where it has nothing. Of several that fit, the one with fewest variables counts, as in Next. */
export function findAllowedMethods(pathname: string): readonly string[] | null {
  const fitting = [...known.values()].filter(({ pattern }) => pattern.test(pathname)).sort((a, b) => a.steps - b.steps);
  return fitting[0]?.methods ?? null;
}
