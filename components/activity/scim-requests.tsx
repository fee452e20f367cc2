"use client";

import dynamic from "next/dynamic";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { useScimRequests } from "@/lib/client/queries/use-scim-requests";
import { CallFilters } from "./call-filters";
import { callUrl, isFiltered, noFilters, toCallQuery } from "./call-url";
import { useCallColumns } from "./use-call-columns";

const CallSheet = dynamic(() => import("./call-sheet").then((module) => module.CallSheet), { ssr: false });

type Props = { organization: string; connectionId: string; identityProvider: string; canReplay: boolean };

/** Every call of a connection's IdP, newest first and live; the filters and the open call are in the URL. */
export function ScimRequests({ organization, connectionId, identityProvider, canReplay }: Props) {
  const t = useTranslations("activity");
  const common = useTranslations("common");
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  const [url, setUrl] = useQueryStates(callUrl);
  const { data, isPending, isPlaceholderData, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useScimRequests(organization, { connection_id: connectionId, ...toCallQuery(url, now) });
  const columns = useCallColumns(identityProvider, (call) => void setUrl({ call }));
  const clear = (): void => void setUrl(noFilters);
  const searchedBackTo = data?.pages.at(-1)?.searched_back_to;
  const rows = data?.pages.flatMap((page) => page.scim_requests) ?? [];
  const empty = error ? (
    <EmptyState kind="error" title={common("loadFailedTitle")} description={error.message} action={<Button onClick={() => void refetch()}>{common("retry")}</Button>} />
  ) : isFiltered(url) ? (
    <EmptyState kind="no-results" title={common("noResultsTitle")} description={common("noResultsDescription")} action={<Button onClick={clear}>{common("clearFilters")}</Button>} />
  ) : (
    <EmptyState title={t("empty.title")} description={t("empty.description")} />
  );
  return (
    <div className="flex flex-col gap-4">
      <CallFilters organization={organization} url={url} onChange={(change) => void setUrl(change)} />
      <DataTable caption={t("caption")} columns={columns} rows={rows} getRowId={(row) => row.scim_request_id} loading={isPending} refreshing={isPlaceholderData} empty={empty} />
      {hasNextPage ? (
        <div className="flex flex-wrap items-center justify-center gap-3 text-sm text-muted">
          {searchedBackTo ? <span>{t("searchedBackTo", { time: format.dateTime(new Date(searchedBackTo), { dateStyle: "medium", timeStyle: "short" }) })}</span> : null}
          <Button pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {searchedBackTo ? t("searchOn") : t("loadMore")}
          </Button>
        </div>
      ) : null}
      {url.call ? <CallSheet organization={organization} callId={url.call} identityProvider={identityProvider} canReplay={canReplay} open={(call) => void setUrl({ call })} close={() => void setUrl({ call: null })} /> : null}
    </div>
  );
}
