import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConsentForm } from "@/components/connections/sign-in-methods/consent-form";
import { idpName } from "@/components/connections/idp-name";
import { PublicShell } from "@/components/layout/public-shell";
import { Callout } from "@/components/ui/callout";
import { currentCaller } from "@/lib/auth/current-caller";
import { mayDecideAuthorization } from "@/lib/auth/oauth/may-decide-authorization";
import { currentSetupSession } from "@/lib/auth/require-setup-link";
import { isConnectionOf } from "@/lib/auth/setup-links/is-connection-of";
import { readAuthorizationRequest } from "@/lib/auth/oauth/read-authorization-request";

type Props = { params: Promise<{ connection: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where an admin approves that an IdP gets OAuth tokens for a connection. Only who may change the connection sees it. */
export default async function ConsentPage({ params, searchParams }: Props) {
  const [{ connection }, query, t] = await Promise.all([params, searchParams, getTranslations("signInMethods.consent")]);
  const [caller, session] = await Promise.all([currentCaller(), currentSetupSession()]);
  if (!caller && !session) redirect(`/sign-in?callbackUrl=${encodeURIComponent(returnPath(connection, query))}`);
  const pending = await readAuthorizationRequest(connection, query);
  if ("problem" in pending) {
    return (
      <PublicShell title={t("refusedTitle")}>
        <Callout tone="danger">{t(`problems.${pending.problem}`)}</Callout>
      </PublicShell>
    );
  }
  const mayDecide = caller !== null && (await mayDecideAuthorization(caller, pending.organizationId));
  const bySetupLink = !mayDecide && session !== null && isConnectionOf(session, pending.connectionId);
  if (!mayDecide && !bySetupLink) notFound();
  const idp = idpName(await getTranslations("guides.names"), pending.identityProvider);
  return (
    <PublicShell
      organization={{ name: pending.organizationName, logoUrl: pending.logoUrl, brandColor: pending.brandColor }}
      title={t("title", { idp, organization: pending.organizationName })}
      description={t("description", { idp })}
      footer={t("signedInAs", { name: bySetupLink ? session.name : (caller?.user.name ?? caller?.user.email ?? "") })}
      width="lg"
    >
      <ConsentForm pending={bySetupLink ? { ...pending, organizationId: `setup-link-${session.linkId}` } : pending} />
    </PublicShell>
  );
}

function returnPath(connection: string, query: Record<string, string | string[] | undefined>): string {
  const single = Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return `/connect/${encodeURIComponent(connection)}?${new URLSearchParams(single).toString()}`;
}
