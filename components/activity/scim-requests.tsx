"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { useScimRequests } from "@/lib/client/queries/use-scim-requests";
import { CallFilters, shows } from "./call-filters";
import { useCallColumns } from "./use-call-columns";

const CallSheet = dynamic(() => import("./call-sheet").then((module) => module.CallSheet), { ssr: false });

type Props = { organization: string; connectionId: string; identityProvider: string };

/** Every call of a connection's IdP, newest first and live; the filters and the open call are in the URL. */
export function ScimRequests({ organization, connectionId, identityProvider }: Props) {
  const t = useTranslations("activity");
  const common = useTranslations("common");
  const [url, setUrl] = useQueryStates({
    query: parseAsString.withDefault(""),
    failures: parseAsBoolean.withDefault(false),
    show: parseAsStringLiteral(shows).withDefault("all"),
    about: parseAsString,
    call: parseAsString,
  });
  const { data, isPending, isPlaceholderData, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useScimRequests(organization, {
    connection_id: connectionId,
    failures: url.failures,
    show: url.show,
    search: url.query,
    ...(url.about ? { resource_id: url.about } : {}),
  });
  const columns = useCallColumns(identityProvider, (call) => void setUrl({ call }));
  const filtered = url.query !== "" || url.failures || url.show !== "all" || url.about !== null;
  const clear = (): void => void setUrl({ query: null, failures: null, show: null, about: null });
  const empty = error ? (
    <EmptyState kind="error" title={common("loadFailedTitle")} description={error.message} action={<Button onClick={() => void refetch()}>{common("retry")}</Button>} />
  ) : filtered ? (
    <EmptyState kind="no-results" title={common("noResultsTitle")} description={common("noResultsDescription")} action={<Button onClick={clear}>{common("clearFilters")}</Button>} />
  ) : (
    <EmptyState title={t("empty.title")} description={t("empty.description")} />
  );
  return (
    <div className="flex flex-col gap-4">
      <CallFilters failures={url.failures} show={url.show} onChange={(change) => void setUrl(change)} />
      <DataTable
        caption={t("caption")}
        columns={columns}
        rows={data?.pages.flatMap((page) => page.scim_requests) ?? []}
        getRowId={(row) => row.scim_request_id}
        loading={isPending}
        refreshing={isPlaceholderData}
        empty={empty}
      />
      {hasNextPage ? (
        <Button className="self-center" pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("loadMore")}
        </Button>
      ) : null}
      {url.call ? <CallSheet organization={organization} callId={url.call} identityProvider={identityProvider} close={() => void setUrl({ call: null })} /> : null}
    </div>
  );
}
