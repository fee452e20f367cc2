"use client";

import { useTranslations } from "next-intl";
import { useCauseWords } from "@/components/activity/use-cause-words";
import { Callout } from "@/components/ui/callout";
import { RelativeTime } from "@/components/ui/relative-time";
import Link from "next/link";
import { useScimRequests } from "@/lib/client/queries/use-scim-requests";
import type { ScimRequestWire } from "@/lib/contracts/activity";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { connectionPath } from "../connection-path";

type Props = { organization: string; connection: ConnectionDetailsWire };

/** The latest failed call with cause and fix, until a call of its kind has worked since. */
export function FailureNotice({ organization, connection }: Props) {
  const t = useTranslations("connections.setup.watch");
  const causeWords = useCauseWords();
  const { data } = useScimRequests(organization, { connection_id: connection.connection_id, limit: 20 });
  const failure = findOpenFailure(data?.pages[0]?.scim_requests ?? []);
  const words = failure ? causeWords(failure) : null;
  if (!failure || !words) return null;
  // The panel above says so already, with the button that ends it.
  if (failure.cause === "paused" && connection.status === "paused") return null;
  const href = `${connectionPath(organization, connection.connection_id, "activity")}?call=${failure.scim_request_id}`;
  return (
    <Callout tone="danger" title={words.cause}>
      <p>{words.fix}</p>
      <p className="mt-1.5 flex flex-wrap items-center gap-x-2 text-xs">
        <span className="tabular font-medium text-danger-text">{failure.status}</span>
        <RelativeTime at={failure.received_at} />
        <Link href={href} className="text-accent-text underline underline-offset-2">
          {t("showCall")}
        </Link>
      </p>
    </Callout>
  );
}

/** Newest first: a failure counts until the same has worked after it; a wrong credential or address until any call came through. */
function findOpenFailure(newestFirst: ScimRequestWire[]): ScimRequestWire | undefined {
  const worked = new Set<string>();
  for (const request of newestFirst) {
    if (!request.cause || isLookup(request)) worked.add(request.action);
    else if (isEntryMistake(request) ? worked.size === 0 : !worked.has(request.action)) return request;
  }
  return undefined;
}

/** Something was entered wrongly in the IdP: once any call comes through, that is mended. */
function isEntryMistake({ status, cause }: ScimRequestWire): boolean {
  return status === 401 || cause === "paused" || cause?.startsWith("path_") === true;
}

/** Reading someone who is not there (any more) is how an IdP finds that out, and no failure of the set-up. */
function isLookup({ method, cause }: ScimRequestWire): boolean {
  return method === "GET" && (cause === "user_unknown" || cause === "group_unknown");
}
