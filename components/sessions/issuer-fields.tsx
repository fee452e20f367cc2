"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { FormField } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import type { CreateTrustedIssuerBody } from "@/lib/contracts/session";

type Values = CreateTrustedIssuerBody;

/** What usually holds it. */
const usual = { email: "email", external_id: "sub" } as const;

/** What a trusted issuer is made of, inside a Form. */
export function IssuerFields() {
  const t = useTranslations("sessions.issuers");
  const common = useTranslations("common");
  const { setValue } = useFormContext<Values>();
  const code = { autoComplete: "off", spellCheck: false, className: "font-mono sm:text-xs" } as const;
  return (
    <>
      <FormField<Values, "name"> name="name" label={t("name")} hint={t("nameHint")} aside={common("optional")}>
        {(field) => <Input {...field} autoComplete="off" autoFocus />}
      </FormField>
      <FormField<Values, "issuer"> name="issuer" label={t("issuer")} hint={t("issuerHint")} required>
        {(field) => <Input {...field} {...code} placeholder="https://login.example.com" />}
      </FormField>
      <FormField<Values, "audience"> name="audience" label={t("audience")} hint={t("audienceHint")} required>
        {(field) => <Input {...field} {...code} />}
      </FormField>
      <FormField<Values, "jwks_url"> name="jwks_url" label={t("jwksUrl")} hint={t("jwksHint")} required>
        {(field) => <Input {...field} {...code} type="url" placeholder="https://login.example.com/.well-known/jwks.json" />}
      </FormField>
      <FormField<Values, "member_claim"> name="member_claim" label={t("matchBy")}>
        {(field) => (
          <RadioGroup
            options={[
              { value: "email", label: t("email"), description: t("emailHint") },
              { value: "external_id", label: t("externalId"), description: t("externalIdHint") },
            ]}
            value={field.value}
            onValueChange={(value) => {
              field.onChange(value);
              setValue("claim_name", value === "email" ? usual.email : usual.external_id);
            }}
          />
        )}
      </FormField>
      <FormField<Values, "claim_name"> name="claim_name" label={t("claim")} hint={t("claimHint")} required className="max-w-xs">
        {(field) => <Input {...field} {...code} />}
      </FormField>
    </>
  );
}
