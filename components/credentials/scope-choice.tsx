"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { credentialScopes, type CredentialScope } from "@/lib/contracts/credential-scope";

/** What a new API credential may do: one box a scope. */
export function ScopeChoice({ value, onChange }: { value: readonly CredentialScope[]; onChange: (scopes: CredentialScope[]) => void }) {
  const t = useTranslations("operator.credentials");
  const set = (scope: CredentialScope, on: boolean): void => onChange(credentialScopes.filter((each) => (each === scope ? on : value.includes(each))));
  return (
    <div role="group" aria-label={t("scopes")} className="flex flex-col gap-2.5 rounded-md border border-border p-3">
      {credentialScopes.map((scope) => (
        <Checkbox key={scope} checked={value.includes(scope)} onCheckedChange={(on) => set(scope, on)} label={t(`scope.${scope}`)} description={t(`scopeLong.${scope}`)} />
      ))}
    </div>
  );
}
