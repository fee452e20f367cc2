import { z } from "zod";

/** What the language menu says: e-mails follow. */
export const LanguageBody = z.object({ locale: z.string().min(2).max(16) });
