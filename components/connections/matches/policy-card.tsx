"use client";

import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Skeleton } from "@/components/ui/skeleton";
import { moveCalls } from "@/lib/client/mutations/move-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import { useAdoptionPolicy } from "@/lib/client/queries/use-adoptions";
import { toast } from "@/lib/client/toast";
import type { AdoptionPolicy } from "@/lib/contracts/adoption";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { matchesPath } from "../connection-path";
import { useIdpWords } from "../use-idp-words";

const policies = ["review", "verified", "hold", "separate"] as const satisfies readonly AdoptionPolicy[];

/** What happens when the IdP sends somebody who is here already. A choice counts at once. */
export function PolicyCard({ organization, connection }: { organization: string; connection: ConnectionDetailsWire }) {
  const t = useTranslations("matches.policy");
  const idp = useIdpWords(connection.identity_provider);
  const { data } = useAdoptionPolicy(organization, connection.connection_id);
  const save = useDirectoryCall((policy: AdoptionPolicy) => moveCalls(organization, connection.connection_id).setPolicy(policy));

  async function choose(value: string) {
    const policy = policies.find((each) => each === value);
    if (!policy) return;
    try {
      await save.mutateAsync(policy);
      toast.success(t("saved"));
    } catch (error) {
      toast.error((error as Error).message);
    }
  }

  const link = (
    <ButtonLink href={matchesPath(organization, connection.connection_id)}>
      {t("open", { count: data?.open ?? 0 })}
    </ButtonLink>
  );
  return (
    <Card id="who-is-who" className="scroll-mt-16">
      <CardHeader title={t("title")} description={t("description", { idp: idp.middle })} actions={data ? link : null} />
      <CardBody>
        {data ? (
          <Field label={t("label")} hideLabel>
            <RadioGroup
              value={save.isPending ? save.variables : data.policy}
              onValueChange={(value) => void choose(value)}
              options={policies.map((policy) => ({ value: policy, label: t(policy), description: t(`${policy}Description`, { idp: idp.start }) }))}
            />
          </Field>
        ) : (
          <Skeleton className="h-40 w-full" />
        )}
      </CardBody>
    </Card>
  );
}
