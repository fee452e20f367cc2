import { z } from "zod";

/** What every success carries besides its payload. */
export const Envelope = z.object({ request_id: z.string(), status_code: z.number() });

/** What every refusal carries. */
export const Problem = Envelope.extend({
  error_type: z.string(),
  error_message: z.string(),
  error_url: z.string(),
  error_details: z.record(z.string(), z.unknown()).default({}),
});
export type Problem = z.infer<typeof Problem>;

/** A page of a search: an opaque cursor and at most 1000 rows. */
export const Paging = z.object({
  cursor: z.string().max(500).nullish(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

/** How many a list has in all, and the cursor of the next page; null on the last one. */
export const PageOf = z.object({ total: z.number().int(), next_cursor: z.string().nullable() });

/** A page of a list that is only walked: what the page before gave as `next_cursor`, and how many. */
export const cursorPart = { cursor: z.string().min(1).max(8000).optional(), limit: z.coerce.number().int().min(1).max(1000).default(100) };

/** A page of a list made for tables: its number or, to walk through all of it, what the page before gave as `next_cursor`, which then counts instead. */
export const listPart = (limit: { most: number; usual: number }) => ({
  ...cursorPart,
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  limit: z.coerce.number().int().min(1).max(limit.most).default(limit.usual),
});
