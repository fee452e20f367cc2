import { z } from "zod";
import { DomainError } from "@/lib/errors";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Where a listing stopped, opaque to the caller. */
export function organizationCursor(row: { createdAt: Date; id: string }): string {
  return Buffer.from(JSON.stringify([row.createdAt.toISOString(), row.id])).toString("base64url");
}

/** Reads such a cursor. @throws DomainError `invalid` for anything that was not made here */
export function parseOrganizationCursor(cursor: string): { createdAt: string; id: string } {
  try {
    const [createdAt, id] = Position.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { createdAt, id };
  } catch {
    throw new DomainError("invalid", "invalid_cursor", "The cursor is not one of ours.", { fields: { cursor: "invalid" } });
  }
}
