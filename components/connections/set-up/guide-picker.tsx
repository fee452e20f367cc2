"use client";

import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { useConnectionCall } from "@/lib/client/mutations/use-connection-call";
import { toast } from "@/lib/client/toast";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { identityProviders } from "@/lib/contracts/identity-providers";
import { IdpMark } from "../idp-mark";
import { useIdpWords } from "../use-idp-words";
import type { GuideChoice } from "./use-guide";

type Props = { organization: string; connection: ConnectionDetailsWire; choice: GuideChoice };

/** What is chosen before the first value is copied: the identity provider, the kind of app there, and how it signs in. */
export function GuidePicker({ organization, connection, choice }: Props) {
  const t = useTranslations("guides");
  const { middle } = useIdpWords(connection.identity_provider);
  const { guide, kinds, ways } = choice;
  const legend = connection.identity_provider === "generic" ? t("ways.legendUnnamed") : t("ways.legend", { idp: middle });
  return (
    <div className="flex flex-col gap-5">
      <ProviderSelect organization={organization} connection={connection} />
      {kinds.length > 1 ? (
        <Choice legend={t("kind.legend")}>
          <RadioGroup
            look="cards"
            columns={2}
            aria-label={t("kind.legend")}
            value={guide.key}
            onValueChange={choice.chooseKind}
            options={kinds.map(({ key }) => ({ value: key, label: t(`kind.${key as "okta_wizard"}.name`), description: t(`kind.${key as "okta_wizard"}.hint`) }))}
          />
        </Choice>
      ) : null}
      {ways.length > 1 ? (
        <Choice legend={legend}>
          <RadioGroup
            look="cards"
            columns={3}
            aria-label={legend}
            value={guide.way.key}
            onValueChange={choice.chooseWay}
            options={ways.map(({ way }) => ({ value: way.key, label: way.name, description: t(`ways.methods.${way.method}`) }))}
          />
        </Choice>
      ) : null}
    </div>
  );
}

function Choice({ legend, children }: { legend: string; children: React.ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm font-medium text-text">{legend}</legend>
      {children}
    </fieldset>
  );
}

/** Another identity provider than was thought: the guide follows at once, token and people stay. */
function ProviderSelect({ organization, connection }: Omit<Props, "choice">) {
  const t = useTranslations("connections");
  const names = useTranslations("guides.names");
  const save = useConnectionCall(organization, (calls, identity_provider: (typeof identityProviders)[number]) => calls.update(connection.connection_id, { identity_provider }));

  async function change(value: string) {
    const chosen = identityProviders.find((known) => known === value);
    if (!chosen) return;
    try {
      await save.mutateAsync(chosen);
      toast.success(t("setup.providerChanged", { idp: names(chosen) }));
    } catch (error) {
      toast.error((error as Error).message);
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <span className="text-sm font-medium text-text">{t("settings.identityProvider")}</span>
      <Select
        aria-label={t("settings.identityProvider")}
        className="w-56"
        value={connection.identity_provider}
        onValueChange={(value) => void change(value)}
        options={identityProviders.map((value) => ({ value, label: names(value), icon: <IdpMark identityProvider={value} size="sm" /> }))}
      />
    </div>
  );
}
