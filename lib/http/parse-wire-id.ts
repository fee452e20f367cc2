import { DomainError } from "@/lib/errors";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The stored uuid of a wire id (`invitation-<uuid>`, or the bare uuid). @throws DomainError `not_found` for anything else */
export function parseWireId(prefix: string, wireId: string): string {
  const id = wireId.toLowerCase().replace(new RegExp(`^${prefix}-`), "");
  if (UUID.test(id)) return id;
  throw new DomainError("not_found", `${prefix.replaceAll("-", "_")}_not_found`, `The ${prefix.replaceAll("-", " ")} could not be found.`);
}
