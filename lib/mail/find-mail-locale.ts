import { type Locale, pickLocale } from "@/i18n/locales";
import { pool } from "@/lib/db/client";

const SELECT = `
  SELECT (SELECT locale FROM "user" WHERE email = $1) AS own,
    (SELECT coalesce(registration.attributes ->> 'preferredLanguage', registration.attributes ->> 'locale')
       FROM member JOIN registration ON registration.member_id = member.id WHERE member.email_key = $1 AND member.deleted_at IS NULL ORDER BY registration.active DESC LIMIT 1) AS provisioned,
    (SELECT locale FROM "user" WHERE id::text = $2) AS sender`;

type Row = { own: string | null; provisioned: string | null; sender: string | null };

/**
 * The language of an e-mail: the one that the recipient last used in the portal; else what their identity provider says of them; else that of
 * the person who has it sent (`senderId`), or `fallback`; else English.
 */
export async function findMailLocale(recipient: string, { senderId = null, fallback }: { senderId?: string | null; fallback?: Locale } = {}): Promise<Locale> {
  const { rows } = await pool().query<Row>(SELECT, [recipient.toLowerCase(), senderId]);
  const { own = null, provisioned = null, sender = null } = rows[0] ?? {};
  return pickLocale(own ?? provisioned?.split(",")[0] ?? sender ?? fallback, null);
}
