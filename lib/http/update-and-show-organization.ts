import type { UpdateOrganizationBody } from "@/lib/contracts/organization";
import type { Permission } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/errors";
import { getOrganization } from "@/lib/organizations/get-organization";
import { showOrganization } from "@/lib/organizations/show-organization";
import { updateOrganization } from "@/lib/organizations/update-organization";
import type { OrganizationScope } from "@/lib/scope";

type Call = { scope: OrganizationScope; body: UpdateOrganizationBody; permissions: ReadonlySet<Permission> };

/** What an org admin may not change about their own organization: only the vendor's staff or its API. */
const VENDOR_FIELDS = ["organization_slug", "organization_external_id", "trusted_metadata", "organization_status"] as const;

/** `PUT /v1/b2b/organizations/{organization}`: partial, as the wire has it. */
export async function updateAndShowOrganization({ scope, body, permissions }: Call) {
  const refused = VENDOR_FIELDS.filter((field) => body[field] !== undefined);
  if (refused.length > 0 && !permissions.has("organization.create")) {
    throw new DomainError("forbidden", "unauthorized_action", `Only operators may change ${refused.join(", ")}.`, { fields: refused });
  }
  await updateOrganization(scope, {
    name: body.organization_name,
    slug: body.organization_slug,
    externalId: body.organization_external_id,
    logoUrl: emptyAsNull(body.organization_logo_url),
    brandColor: emptyAsNull(body.brand_color),
    status: body.organization_status,
    trustedMetadata: body.trusted_metadata,
    sessionMinutes: body.session_length_minutes,
    callRetentionDays: body.call_retention_days,
    callBodiesKept: body.call_bodies_kept,
  });
  return { organization: showOrganization(await getOrganization(scope)) };
}

function emptyAsNull(text: string | undefined): string | null | undefined {
  return text === "" ? null : text;
}
