"use client";

import { useTranslations } from "next-intl";
import { CopyField } from "@/components/ui/copy-field";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { IssuedCredentialWire, SignInMethod, SignInMethodsWire } from "@/lib/contracts/sign-in-method";
import { CredentialList } from "./credential-list";
import { RedirectUrisForm } from "./redirect-uris-form";

type Props = {
  organization: string;
  connectionId: string;
  method: SignInMethod;
  methods: SignInMethodsWire;
  onIssued: (issued: IssuedCredentialWire) => void;
};

/** What the IdP's form asks for, as far as it is no secret, and the secrets by their last four. */
export function MethodDetails({ method, methods, ...rest }: Props) {
  if (method === "bearer") return null;
  if (method === "basic") return <CredentialList {...rest} kind="basic" credentials={methods.basic_credentials} />;
  return (
    <div className="flex flex-col gap-4">
      <Addresses method={method} methods={methods} />
      {method === "federation" ? <FederationValues methods={methods} /> : null}
      {method === "authorization_code" ? <RedirectUrisForm {...rest} stored={methods.redirect_uris} /> : null}
      {method === "federation" ? null : <CredentialList {...rest} kind="client_secret" credentials={methods.client_secrets} />}
    </div>
  );
}

function Addresses({ method, methods }: Pick<Props, "method" | "methods">) {
  const t = useTranslations("signInMethods.values");
  return (
    <div className="grid gap-3 lg:grid-cols-2">
      <CopyField label={t("clientId")} name={t("clientId")} value={methods.client_id ?? ""} />
      <CopyField label={t("tokenUrl")} name={t("tokenUrl")} value={methods.token_url} />
      {method === "authorization_code" ? (
        <CopyField label={t("authorizationUrl")} name={t("authorizationUrl")} value={methods.authorization_url} />
      ) : null}
    </div>
  );
}

function FederationValues({ methods }: Pick<Props, "methods">) {
  const t = useTranslations("signInMethods.federation");
  const { federation } = methods;
  if (!federation) return null;
  return (
    <KeyValueList
      items={[
        { key: "issuer", label: t("issuer"), value: federation.issuer },
        { key: "jwksUrl", label: t("jwksUrl"), value: federation.jwks_url },
        { key: "subject", label: t("subject"), value: federation.subject },
        { key: "audience", label: t("audience"), value: federation.audience },
      ]}
    />
  );
}
