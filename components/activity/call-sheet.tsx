"use client";

import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { useScimRequest } from "@/lib/client/queries/use-scim-request";
import { CallActions } from "./call-actions";
import { CallDetails } from "./call-details";
import { useCallSentence } from "./call-sentence";

type Props = { organization: string; callId: string | null; identityProvider: string; canReplay: boolean; open: (callId: string) => void; close: () => void };

/** One call in a panel beside the list. */
export function CallSheet({ callId, close, ...rest }: Props) {
  return (
    <Sheet open={callId !== null} onOpenChange={(open) => (open ? undefined : close())}>
      {callId === null ? null : <Content callId={callId} {...rest} />}
    </Sheet>
  );
}

function Content({ organization, callId, identityProvider, canReplay, open }: Omit<Props, "close" | "callId"> & { callId: string }) {
  const t = useTranslations("activity");
  const sentence = useCallSentence();
  const { data: call, error } = useScimRequest(organization, callId);
  return (
    <SheetContent title={call ? sentence(call, identityProvider) : t("details.facts")} className="max-w-2xl">
      <div className="flex flex-col gap-5 px-5 py-4">
        {error ? <Callout tone="danger" title={t("details.loadFailed")}>{error.message}</Callout> : null}
        {call ? (
          <>
            <CallActions organization={organization} call={call} canReplay={canReplay} open={open} />
            <CallDetails organization={organization} call={call} identityProvider={identityProvider} open={open} />
          </>
        ) : error ? null : (
          <Skeleton className="h-40 w-full" />
        )}
      </div>
    </SheetContent>
  );
}
