"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Skeleton } from "@/components/ui/skeleton";
import { useSignInMethodCall } from "@/lib/client/mutations/use-sign-in-method-call";
import { toast } from "@/lib/client/toast";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import type { IssuedCredentialWire, SignInMethodsWire } from "@/lib/contracts/sign-in-method";
import type { Guide } from "../guides/guide";
import { richText } from "../rich-text";
import { AnotherCredential } from "./another-credential";
import type { CarriedValues } from "./carried-values";
import { GuideValueField } from "./guide-value-field";
import { Part } from "./part";

const FederationDialog = dynamic(() => import("../sign-in-methods/federation-dialog").then((file) => file.FederationDialog));

type Props = {
  organization: string;
  connection: ConnectionDetailsWire;
  guide: Guide;
  idp: string;
  methods: SignInMethodsWire | undefined;
  values: CarriedValues;
  issued: IssuedCredentialWire | null;
  onIssued: (issued: IssuedCredentialWire | null) => void;
  done: boolean;
};

/** Part 1 for every way to sign in but the token: the credentials are made here, shown once, and copied. */
export function CredentialsPart({ organization, connection, guide, idp, methods, values, issued, onIssued, done }: Props) {
  const t = useTranslations("connections.setup.values");
  const remarks = useTranslations("guides.remarks");
  const made = Boolean(methods?.enabled.includes(guide.way.method));
  const hasSecret = guide.way.method !== "federation";
  return (
    <Part number={1} title={t("title")} description={issued && hasSecret ? t("descriptionSecret", { idp }) : t("descriptionLater", { idp })} done={done}>
      <div className="flex flex-col gap-4">
        <Card className="flex flex-col gap-4 p-4">
          {methods ? null : <Skeleton className="h-40" />}
          {methods ? guide.values.map(({ label, value }) => <GuideValueField key={label} label={label} value={value} values={values} idp={idp} />) : null}
          {guide.remark ? <p className="text-sm text-muted">{remarks.rich(guide.remark, richText)}</p> : null}
        </Card>
        {methods && !made ? <MakeCredentials organization={organization} connectionId={connection.connection_id} guide={guide} onIssued={onIssued} /> : null}
        {issued ? <Confirm hasSecret={hasSecret} onDone={() => onIssued(null)} /> : null}
        {methods && made && !issued && hasSecret ? <AnotherCredential organization={organization} connection={connection} guide={guide} methods={methods} onIssued={onIssued} /> : null}
      </div>
    </Part>
  );
}

type MakeProps = { organization: string; connectionId: string; guide: Guide; onIssued: Props["onIssued"] };

function MakeCredentials({ organization, connectionId, guide, onIssued }: MakeProps) {
  const t = useTranslations("connections.setup.values");
  const [asking, setAsking] = useState(false);
  const { method } = guide.way;
  const enable = useSignInMethodCall(organization, connectionId, (calls, _: null) => calls.enable(method));

  async function make() {
    if (method === "federation") return setAsking(true);
    try {
      onIssued(await enable.mutateAsync(null));
    } catch (error) {
      toast.error((error as Error).message);
    }
  }

  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm text-muted">{method === "federation" ? t("federationFirst") : t("notMade")}</p>
      <Button variant="primary" pending={enable.isPending} onClick={() => void make()}>
        {method === "federation" ? t("enterFederation") : method === "basic" ? t("makePassword") : t("makeClient")}
      </Button>
      {asking ? <FederationDialog organization={organization} connectionId={connectionId} onIssued={() => onIssued(null)} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

function Confirm({ hasSecret, onDone }: { hasSecret: boolean; onDone: () => void }) {
  const t = useTranslations("connections.setup.values");
  const [ticked, setTicked] = useState(false);
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <Checkbox checked={ticked} onCheckedChange={setTicked} label={hasSecret ? t("copiedSecret") : t("copiedValues")} />
      <Button variant="primary" disabled={!ticked} onClick={onDone}>
        {t("continue")}
      </Button>
    </div>
  );
}
