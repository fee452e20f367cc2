"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { KeyValueList } from "@/components/ui/key-value-list";
import { api } from "@/lib/client/api";
import type { AuthorizationRequest } from "@/lib/contracts/sign-in-method";

type Props = {
  pending: { request: AuthorizationRequest; organizationId: string; organizationName: string; connectionId: string; connectionName: string };
};

/** What the IdP asks for, and the admin's yes or no; then the browser goes back to the IdP. */
export function ConsentForm({ pending }: Props) {
  const t = useTranslations("signInMethods.consent");
  const { request, organizationId, connectionId } = pending;
  const decide = useMutation({
    mutationFn: (approved: boolean) =>
      api.post<{ redirect_to: string }>(`/scim/${organizationId}/connection/${connectionId}/authorizations`, { ...request, approved }),
    onSuccess: ({ redirect_to }) => window.location.assign(redirect_to),
  });
  const facts = [
    { key: "organization", label: t("organization"), value: pending.organizationName },
    { key: "connection", label: t("connection"), value: pending.connectionName },
    { key: "sendsTo", label: t("sendsTo"), value: new URL(request.redirect_uri).host },
  ];
  return (
    <div className="flex flex-col gap-4">
      {decide.error ? <Callout tone="danger">{decide.error.message}</Callout> : null}
      <KeyValueList items={facts} />
      <p className="text-sm text-muted">{t("scope")}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button disabled={decide.isPending} onClick={() => decide.mutate(false)}>
          {t("deny")}
        </Button>
        <Button variant="primary" pending={decide.isPending && decide.variables} onClick={() => decide.mutate(true)}>
          {t("approve")}
        </Button>
      </div>
    </div>
  );
}
