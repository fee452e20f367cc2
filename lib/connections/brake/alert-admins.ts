import { pool } from "@/lib/db/client";
import { publishLive } from "@/lib/db/notify";
import { log } from "@/lib/log";
import { findMailLocale } from "@/lib/mail/find-mail-locale";
import { canSendMail, sendMail } from "@/lib/mail/send-mail";
import { writeBrakeMail } from "@/lib/mail/write-mail";
import { findAdmins } from "@/lib/organizations/find-admins";
import type { ConnectionScope } from "@/lib/scope";
import { brakeCaseUrl } from "./brake-case-url";

type Row = { mode: "suspend" | "hold"; people: number; percent: number; connection: string; organization: string };

// Whoever sets the mark sends: however many replicas, one e-mail each.
const claim = `
  UPDATE brake_case c SET notified_at = now() FROM connection, organization
   WHERE c.connection_id = $1 AND c.id = $2 AND c.notified_at IS NULL AND connection.id = c.connection_id AND organization.id = c.organization_id
  RETURNING c.mode, c.people, c.percent, connection.display_name AS connection, organization.name AS organization`;

/** Tells the org admins that a brake caught something: open pages at once, and by e-mail where SMTP is set. Never throws. */
export async function alertAdmins(scope: ConnectionScope, caseId: string): Promise<void> {
  try {
    await publishLive({ organization_id: scope.organizationId, connection_id: scope.connectionId, topics: ["connection", "members"] });
    const { rows } = await pool().query<Row>(claim, [scope.connectionId, caseId]);
    const [braked] = rows;
    if (!braked || !canSendMail()) return;
    const url = brakeCaseUrl(scope, caseId);
    for (const { email } of await findAdmins(scope)) await sendMail(writeBrakeMail(email, await findMailLocale(email), { ...braked, url }));
  } catch (error) {
    log().error({ err: error }, "the administrators could not be told of a mass departure");
  }
}
