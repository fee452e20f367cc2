import { DomainError } from "@/lib/errors";
import type { RoleMappings } from "./role-mapping";

/** Throws `stale` when a change was made on another version than the present one. Without a version nobody asked. */
export function refuseStaleMappings(current: RoleMappings, version: string | undefined): void {
  if (version === undefined || version === current.version) return;
  throw new DomainError("stale", "role_mappings_changed", "Someone else changed the role mapping in the meantime. Reload to see the present one.", {
    current_version: current.version,
  });
}
