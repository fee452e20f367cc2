"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/lib/client/toast";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Switch } from "@/components/ui/switch";
import { useSignInMethodCall } from "@/lib/client/mutations/use-sign-in-method-call";
import type { IssuedCredentialWire, SignInMethod, SignInMethodsWire } from "@/lib/contracts/sign-in-method";
import { MethodDetails } from "./method-details";

const FederationDialog = dynamic(() => import("./federation-dialog").then((module) => module.FederationDialog), { ssr: false });

type Props = {
  organization: string;
  connectionId: string;
  method: SignInMethod;
  methods: SignInMethodsWire;
  onIssued: (issued: IssuedCredentialWire) => void;
};

/** One method: its switch, and below it what an admin needs while it is on. */
export function SignInMethodRow({ organization, connectionId, method, methods, onIssued }: Props) {
  const t = useTranslations("signInMethods");
  const [asking, setAsking] = useState<"off" | "federation" | null>(null);
  const enable = useSignInMethodCall(organization, connectionId, (calls, _: null) => calls.enable(method));
  const disable = useSignInMethodCall(organization, connectionId, (calls, _: null) => calls.disable(method));
  const on = methods.enabled.includes(method);
  const only = on && methods.enabled.length === 1;
  const name = t(`methods.${method}.name`);

  async function toggle(wanted: boolean) {
    if (!wanted) return setAsking("off");
    if (method === "federation") return setAsking("federation");
    try {
      onIssued(await enable.mutateAsync(null));
    } catch (error) {
      toast.error((error as Error).message);
    }
  }

  async function turnOff() {
    await disable.mutateAsync(null);
    toast.success(t("turnedOff", { method: name }));
  }

  return (
    <div className="flex flex-col gap-3">
      <Switch
        label={name}
        description={only ? `${t(`methods.${method}.description`)} ${t("only")}` : t(`methods.${method}.description`)}
        checked={on}
        disabled={enable.isPending || only}
        onCheckedChange={(wanted) => void toggle(wanted)}
      />
      {on ? <MethodDetails organization={organization} connectionId={connectionId} method={method} methods={methods} onIssued={onIssued} /> : null}
      <ConfirmDialog
        open={asking === "off"}
        onOpenChange={(open) => setAsking(open ? "off" : null)}
        title={t("turnOffTitle", { method: name })}
        description={t("turnOffDescription")}
        confirmLabel={t("turnOff", { method: name })}
        onConfirm={turnOff}
      />
      {asking === "federation" ? (
        <FederationDialog organization={organization} connectionId={connectionId} onIssued={onIssued} onClose={() => setAsking(null)} />
      ) : null}
    </div>
  );
}
