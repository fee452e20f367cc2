/**
 * Entra renames a soft-deleted user to its object id without dashes, followed by the old name. Null for any other name; else the
 * name that the person had. See tests/idp/entra/soft-deleted.json.
 */
export function readTombstone(userName: string): string | null {
  return /^[0-9a-f]{32}([^@]+@.+)$/i.exec(userName)?.[1] ?? null;
}
