"use client";

import { useTranslations } from "next-intl";
import { toast } from "@/lib/client/toast";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { useConnectionCall } from "@/lib/client/mutations/use-connection-call";
import { keepShownToken } from "@/lib/client/shown-token";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { readSetupLinkId } from "@/lib/contracts/setup-link-id";
import { TokenCard } from "../overview/token-card";
import { connectionPath } from "../connection-path";
import { useIdpWords } from "../use-idp-words";

type Props = { organization: string; connection: ConnectionDetailsWire };

/** The token cannot be shown again: offers a new one while nothing uses the old one, and the rotation once something does. */
export function TokenMissing({ organization, connection }: Props) {
  const t = useTranslations("connections.setup.values");
  const replace = useConnectionCall(organization, (calls, id: string) => calls.replaceToken(id));
  const { start } = useIdpWords(connection.identity_provider);
  const used = connection.tokens.some((token) => token.call_count > 0) || connection.tokens.length > 1;

  async function makeNew() {
    try {
      const made = await replace.mutateAsync(connection.connection_id);
      keepShownToken(made.connection_id, made.bearer_token);
      replace.reset();
      toast.success(t("madeNew"));
    } catch (error) {
      toast.error((error as Error).message);
    }
  }

  const button = (
    <Button size="sm" pending={replace.isPending} onClick={() => void makeNew()}>
      {t("makeNew")}
    </Button>
  );
  if (!connection.token_copied_at && !used) {
    return (
      <Callout tone="warning" title={t("notCopiedTitle")} action={button}>
        {t("notCopied")}
      </Callout>
    );
  }
  // Inside a set-up link there is no other page to replace it on.
  if (used && readSetupLinkId(organization)) return <TokenCard organization={organization} connection={connection} mayUpdate />;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-muted">
      {used ? t("inUse", { idp: start }) : t("lost")}
      {used ? (
        <ButtonLink size="sm" href={connectionPath(organization, connection.connection_id)}>
          {t("rotate")}
        </ButtonLink>
      ) : (
        button
      )}
    </p>
  );
}
