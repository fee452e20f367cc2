import { z } from "zod";
import { invalidCursor, openPlace, sealPlace } from "@/lib/sealed-cursor";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Where a listing stopped, opaque to the caller. */
export function organizationCursor(row: { createdAt: Date; id: string }): string {
  return sealPlace("organizations", [row.createdAt.toISOString(), row.id]);
}

/** Reads such a cursor. @throws DomainError `invalid_cursor` for anything that was not made here */
export function parseOrganizationCursor(cursor: string): { createdAt: string; id: string } {
  const place = Position.safeParse(openPlace("organizations", cursor));
  if (!place.success) throw invalidCursor();
  const [createdAt, id] = place.data;
  return { createdAt, id };
}
