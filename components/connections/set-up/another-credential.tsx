"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useSignInMethodCall } from "@/lib/client/mutations/use-sign-in-method-call";
import { toast } from "@/lib/client/toast";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import type { IssuedCredentialWire, SignInMethodsWire } from "@/lib/contracts/sign-in-method";
import type { Guide } from "../guides/guide";
import { useIdpWords } from "../use-idp-words";

type Props = { organization: string; connection: ConnectionDetailsWire; guide: Guide; methods: SignInMethodsWire; onIssued: (issued: IssuedCredentialWire) => void };

/** A secret cannot be shown again: offers a further one, which works beside the one that may be in use. */
export function AnotherCredential({ organization, connection, guide, methods, onIssued }: Props) {
  const t = useTranslations("connections.setup.values");
  const idp = useIdpWords(connection.identity_provider).start;
  const basic = guide.way.method === "basic";
  const used = (basic ? methods.basic_credentials : methods.client_secrets).some(({ last_used_at }) => last_used_at !== null);
  const add = useSignInMethodCall(organization, connection.connection_id, (calls, _: null) => calls.addCredential(basic ? "basic" : "client_secret"));

  async function make() {
    try {
      onIssued(await add.mutateAsync(null));
    } catch (error) {
      toast.error((error as Error).message);
    }
  }

  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-muted">
      {used ? t(basic ? "passwordInUse" : "secretInUse", { idp }) : t("lost")}
      <Button size="sm" pending={add.isPending} onClick={() => void make()}>
        {t(basic ? "makePasswordAgain" : "makeSecretAgain")}
      </Button>
    </p>
  );
}
