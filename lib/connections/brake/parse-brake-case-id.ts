import { brakeCaseNotFound } from "./get-brake-case";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads `brake-case-<uuid>` or the bare uuid. Anything else is a case that does not exist. */
export function parseBrakeCaseId(text: string): string {
  const bare = text.toLowerCase().replace(/^brake-case-/, "");
  if (!uuid.test(bare)) throw brakeCaseNotFound();
  return bare;
}
