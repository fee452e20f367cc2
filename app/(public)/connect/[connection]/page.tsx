import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConsentForm } from "@/components/connections/sign-in-methods/consent-form";
import { idpName } from "@/components/connections/idp-name";
import { PublicShell } from "@/components/layout/public-shell";
import { Callout } from "@/components/ui/callout";
import { currentCaller } from "@/lib/auth/current-caller";
import { mayDecideAuthorization } from "@/lib/auth/oauth/may-decide-authorization";
import { readAuthorizationRequest } from "@/lib/auth/oauth/read-authorization-request";

type Props = { params: Promise<{ connection: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where an admin approves that an IdP gets OAuth tokens for a connection. Only who may change the connection sees it. */
export default async function ConsentPage({ params, searchParams }: Props) {
  const [{ connection }, query, t] = await Promise.all([params, searchParams, getTranslations("signInMethods.consent")]);
  const caller = await currentCaller();
  if (!caller) redirect(`/sign-in?callbackUrl=${encodeURIComponent(returnPath(connection, query))}`);
  const pending = await readAuthorizationRequest(connection, query);
  if ("problem" in pending) {
    return (
      <PublicShell title={t("refusedTitle")}>
        <Callout tone="danger">{t(`problems.${pending.problem}`)}</Callout>
      </PublicShell>
    );
  }
  if (!(await mayDecideAuthorization(caller, pending.organizationId))) notFound();
  const idp = idpName(await getTranslations("guides.names"), pending.identityProvider);
  return (
    <PublicShell
      title={t("title", { idp, organization: pending.organizationName })}
      description={t("description", { idp })}
      footer={t("signedInAs", { name: caller.user.name || caller.user.email })}
      width="lg"
    >
      <ConsentForm pending={pending} />
    </PublicShell>
  );
}

function returnPath(connection: string, query: Record<string, string | string[] | undefined>): string {
  const single = Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return `/connect/${encodeURIComponent(connection)}?${new URLSearchParams(single).toString()}`;
}
