"use client";

import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { useScimRequest } from "@/lib/client/queries/use-scim-request";
import { CallDetails } from "./call-details";
import { useCallSentence } from "./call-sentence";

type Props = { organization: string; callId: string | null; identityProvider: string; close: () => void };

/** One call in a panel beside the list. */
export function CallSheet({ organization, callId, identityProvider, close }: Props) {
  return (
    <Sheet open={callId !== null} onOpenChange={(open) => (open ? undefined : close())}>
      {callId === null ? null : <Content organization={organization} callId={callId} identityProvider={identityProvider} />}
    </Sheet>
  );
}

function Content({ organization, callId, identityProvider }: { organization: string; callId: string; identityProvider: string }) {
  const t = useTranslations("activity");
  const sentence = useCallSentence();
  const { data: call, error } = useScimRequest(organization, callId);
  return (
    <SheetContent title={call ? sentence(call, identityProvider) : t("details.facts")}>
      <div className="flex flex-col gap-5 px-5 py-4">
        {error ? <Callout tone="danger" title={t("details.loadFailed")}>{error.message}</Callout> : null}
        {call ? <CallDetails call={call} /> : error ? null : <Skeleton className="h-40 w-full" />}
      </div>
    </SheetContent>
  );
}
