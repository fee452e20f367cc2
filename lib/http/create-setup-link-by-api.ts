import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import type { CreateSetupLinkBody } from "@/lib/contracts/setup-link";
import { createSetupLink } from "@/lib/organizations/setup-links/create-setup-link";
import type { OrganizationScope } from "@/lib/scope";

/** `POST …/setup_links`: the wire's words to the domain's. `setup_link_url` is in this answer only. */
export async function createSetupLinkByApi({ scope, body }: { scope: OrganizationScope; body: CreateSetupLinkBody }) {
  const { link, url } = await createSetupLink(scope, {
    connectionId: body.connection_id ? parseConnectionId(body.connection_id) : null,
    identityProvider: body.identity_provider ?? null,
    hours: body.expires_in_hours,
    note: body.note,
    email: body.email_address ?? null,
  });
  return { setup_link: link, setup_link_url: url };
}
