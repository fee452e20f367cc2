"use client";

import { Check, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { BrakeCaseWire } from "@/lib/contracts/brake";
import { useIdpWords } from "../use-idp-words";
import type { Work } from "./brake-review";
import { NextAtIdp } from "./next-at-idp";
import { useDecide } from "./use-decide";

type Props = { organization: string; brakeCase: BrakeCaseWire; identityProvider: string; onWork: (work: Work | null) => void };

/** Everybody at once: back as they were, or out for good. */
export function BrakeChoices(props: Props) {
  return (
    <div className="grid items-stretch gap-4 md:grid-cols-2">
      <UndoChoice {...props} />
      <ReleaseChoice {...props} />
    </div>
  );
}

function UndoChoice({ organization, brakeCase, identityProvider, onWork }: Props) {
  const t = useTranslations("brake.undo");
  const idp = useIdpWords(identityProvider);
  const [earlier, setEarlier] = useState(true);
  const decide = useDecide(organization, brakeCase, onWork);
  const hold = brakeCase.mode === "hold";
  const { waiting, earlier: left } = brakeCase.counts;
  const count = waiting + (earlier ? left : 0);
  const action = t(hold ? "actionHold" : "action", { count });
  return (
    <Card className="flex flex-col">
      <CardHeader title={t("title")} description={t(hold ? "descriptionHold" : "descriptionSuspend", { count: hold ? waiting : count, idp: idp.middle })} />
      <CardBody className="flex-1">
        {left > 0 ? <Checkbox checked={earlier} onCheckedChange={setEarlier} label={t(hold ? "earlierHold" : "earlier", { count: left })} /> : null}
      </CardBody>
      <CardFooter>
        <ConfirmDialog
          trigger={
            <Button variant="primary">
              <Undo2 aria-hidden />
              {action}
            </Button>
          }
          title={t(hold ? "confirmTitleHold" : "confirmTitle", { count })}
          confirmLabel={action}
          tone="plain"
          onConfirm={() => decide("undo", count, { include_earlier: earlier })}
        >
          <NextAtIdp brakeCase={brakeCase} identityProvider={identityProvider} />
        </ConfirmDialog>
      </CardFooter>
    </Card>
  );
}

function ReleaseChoice({ organization, brakeCase, identityProvider, onWork }: Props) {
  const t = useTranslations("brake.release");
  const idp = useIdpWords(identityProvider);
  const decide = useDecide(organization, brakeCase, onWork);
  const count = brakeCase.counts.waiting;
  return (
    <Card className="flex flex-col">
      <CardHeader title={t("title")} description={t(brakeCase.mode === "hold" ? "descriptionHold" : "descriptionSuspend", { count, idp: idp.middle })} />
      <CardBody className="flex-1" />
      <CardFooter>
        <ConfirmDialog
          trigger={
            <Button>
              <Check aria-hidden />
              {t("action", { count })}
            </Button>
          }
          title={t("confirmTitle", { count })}
          description={t("confirmDescription", { count, idp: idp.middle })}
          confirmLabel={t("action", { count })}
          onConfirm={() => decide("release", count, {})}
        />
      </CardFooter>
    </Card>
  );
}
