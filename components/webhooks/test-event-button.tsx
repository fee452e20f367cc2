"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { endpointCalls, useEndpointCall } from "@/lib/client/mutations/use-webhooks";
import { toast } from "@/lib/client/toast";
import type { AttemptWire } from "@/lib/contracts/webhook";
import { useOutcome } from "./use-outcome";

/** Sends one signed test event and shows what the endpoint answered. */
export function TestEventButton({ endpointId }: { endpointId: string }) {
  const t = useTranslations("webhooks.actions");
  const test = useEndpointCall(endpointId, endpointCalls.test);
  const send = () => test.mutate(undefined, { onError: (error) => toast.error(error.message) });
  return (
    <>
      <Button pending={test.isPending} onClick={send}>
        <Send aria-hidden />
        {t("test")}
      </Button>
      {test.data ? <Outcome attempt={test.data.attempt} close={() => test.reset()} /> : null}
    </>
  );
}

function Outcome({ attempt, close }: { attempt: Omit<AttemptWire, "at">; close: () => void }) {
  const t = useTranslations("webhooks.test");
  const common = useTranslations("common");
  const say = useOutcome();
  const delivered = attempt.outcome === "delivered";
  const ms = attempt.duration_ms;
  return (
    <Dialog open onOpenChange={close}>
      <DialogContent title={delivered ? t("delivered") : t("failed")}>
        <DialogBody>
          <Callout tone={delivered ? "success" : "danger"} title={attempt.response_status === null ? t("noAnswer", { outcome: say(attempt.outcome), ms }) : t("status", { status: String(attempt.response_status), ms })}>
            {attempt.detail}
          </Callout>
          {attempt.response_excerpt ? <CodeBlock code={attempt.response_excerpt} name={t("response")} /> : null}
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="primary">{common("done")}</Button>
          </DialogClose>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
