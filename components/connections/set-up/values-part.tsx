"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/lib/client/toast";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { useConnectionCall } from "@/lib/client/mutations/use-connection-call";
import { forgetShownToken } from "@/lib/client/shown-token";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import type { Guide } from "../guides/guide";
import { richText } from "../rich-text";
import { carriedValues } from "./carried-values";
import { GuideValueField } from "./guide-value-field";
import { Part } from "./part";
import { TokenMissing } from "./token-missing";

type Props = { organization: string; connection: ConnectionDetailsWire; guide: Guide; idp: string; token: string | null };

/** Part 1: what to copy, in the IdP's own words and order. A token that was just made shows until Continue, and then never again. */
export function ValuesPart({ organization, connection, guide, idp, token }: Props) {
  const t = useTranslations("connections.setup.values");
  const remarks = useTranslations("guides.remarks");
  const values = carriedValues(connection, undefined, { token, issued: null });
  const done = Boolean(connection.token_copied_at ?? connection.contact.first_contact_at) && !token;
  return (
    <Part number={1} title={t("title")} description={token ? t("description", { idp }) : t("descriptionLater", { idp })} done={done}>
      <div className="flex flex-col gap-4">
        <Card className="flex flex-col gap-4 p-4">
          {guide.values.map(({ label, value }) => (
            <GuideValueField key={label} label={label} value={value} values={values} idp={idp} />
          ))}
          {guide.remark ? <p className="text-sm text-muted">{remarks.rich(guide.remark, richText)}</p> : null}
        </Card>
        {token ? (
          <ConfirmCopied organization={organization} connectionId={connection.connection_id} />
        ) : (
          <TokenMissing organization={organization} connection={connection} />
        )}
      </div>
    </Part>
  );
}

function ConfirmCopied({ organization, connectionId }: { organization: string; connectionId: string }) {
  const t = useTranslations("connections.setup.values");
  const [ticked, setTicked] = useState(false);
  const confirm = useConnectionCall(organization, (calls, id: string) => calls.confirmTokenCopied(id));

  async function proceed() {
    try {
      await confirm.mutateAsync(connectionId);
      forgetShownToken(connectionId);
    } catch (error) {
      toast.error((error as Error).message);
    }
  }

  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <Checkbox checked={ticked} onCheckedChange={setTicked} label={t("copied")} />
      <Button variant="primary" disabled={!ticked} pending={confirm.isPending} onClick={() => void proceed()}>
        {t("continue")}
      </Button>
    </div>
  );
}
