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

/** How many a list has in all, for pages by number. */
export const Total = z.object({ total: z.number().int() });

/** The same with the cursor of the next page; null on the last one. */
export const PageOf = Total.extend({ next_cursor: z.string().nullable() });
