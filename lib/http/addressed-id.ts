import { parseWireId, type WireKind } from "@/lib/contracts/wire-id";

const nobody = "00000000-0000-0000-0000-000000000000";

/** The row id that an address or filter names. What is no id at all becomes one that no row has: it is not found like any other. */
export function addressedId(kind: WireKind, text: string): string {
  return parseWireId(kind, text) ?? nobody;
}
