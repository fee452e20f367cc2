"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { useSignInMethods } from "@/lib/client/queries/use-sign-in-methods";
import type { IssuedCredentialWire, SignInMethodsWire } from "@/lib/contracts/sign-in-method";
import { signInMethods } from "@/lib/contracts/sign-in-methods";
import { IssuedCredentialDialog } from "./issued-credential-dialog";
import { SignInMethodRow } from "./sign-in-method-row";

type Props = { organization: string; connectionId: string };

/** Ways for the IdP to sign in: each on or off, with what its form asks for. */
export function SignInMethodsCard({ organization, connectionId }: Props) {
  const t = useTranslations("signInMethods");
  const { data, isError } = useSignInMethods(organization, connectionId);
  return (
    <Card>
      <CardHeader title={t("title")} description={t("description")} />
      {isError ? <EmptyState kind="error" title={t("failed")} /> : null}
      {data ? <MethodList organization={organization} connectionId={connectionId} methods={data} /> : null}
      {!data && !isError ? (
        <CardBody className="flex flex-col gap-3">
          {signInMethods.map((method) => (
            <Skeleton key={method} className="h-10" />
          ))}
        </CardBody>
      ) : null}
    </Card>
  );
}

function MethodList({ organization, connectionId, methods }: Props & { methods: SignInMethodsWire }) {
  const [issued, setIssued] = useState<IssuedCredentialWire | null>(null);
  return (
    <>
      <ul className="divide-y divide-border border-t border-border">
        {signInMethods.map((method) => (
          <li key={method} className="px-4 py-3.5">
            <SignInMethodRow organization={organization} connectionId={connectionId} method={method} methods={methods} onIssued={setIssued} />
          </li>
        ))}
      </ul>
      {issued ? <IssuedCredentialDialog issued={issued} methods={methods} onClose={() => setIssued(null)} /> : null}
    </>
  );
}
