"use client";

import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import { useAdoptions } from "@/lib/client/queries/use-adoptions";
import type { AdoptionWire } from "@/lib/contracts/adoption";
import { BackToSettings } from "../back-to-settings";
import { useIdpWords } from "../use-idp-words";
import { AnswerBar } from "./answer-bar";
import { Answers } from "./answers";
import { matchColumns } from "./match-columns";
import { matchParsers, matchStatuses, pageSize, toMatchesQuery } from "./match-parsers";

type Props = { organization: string; connectionId: string; identityProvider: string; mayDecide: boolean };

/** People of a connection whose e-mail a member has already: the same person, or two? */
export function Matches({ organization, connectionId, identityProvider, mayDecide }: Props) {
  const t = useTranslations("matches");
  const idp = useIdpWords(identityProvider);
  const [url, setUrl] = useQueryStates(matchParsers, { history: "push" });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const query = toMatchesQuery(url);
  const { data, error, isPending, isPlaceholderData, refetch } = useAdoptions(organization, connectionId, query);
  const decides = mayDecide && url.status === "open";
  const columns = useMemo(() => {
    const answers = (row: AdoptionWire) => <Answers organization={organization} connectionId={connectionId} idp={idp.start} adoptionIds={[row.adoption_id]} />;
    return matchColumns({ organization, t, idp: idp.start, answers: decides ? answers : null });
  }, [organization, connectionId, t, idp.start, decides]);
  const selection = { selected, onChange: setSelected, label: (row: AdoptionWire) => t("select", { name: row.provisioned.name || row.provisioned.user_name }) };
  return (
    <section className="flex flex-col gap-4" aria-labelledby="matches-title">
      <div className="flex flex-col gap-1.5">
        <BackToSettings organization={organization} connectionId={connectionId} card="who-is-who">
          {t("back")}
        </BackToSettings>
        <h2 id="matches-title" className="text-lg font-semibold text-text">
          {t("title")}
        </h2>
        <p className="max-w-prose text-sm text-muted">{t("description", { idp: idp.start })}</p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput label={t("search")} />
        <Select
          aria-label={t("status")}
          className="w-44 max-sm:min-w-36 max-sm:flex-1"
          value={url.status}
          options={matchStatuses.map((value) => ({ value, label: t(`statuses.${value}`) }))}
          onValueChange={(value) => void setUrl({ status: matchStatuses.find((each) => each === value) ?? null, page: null })}
        />
      </div>
      {error && !data ? (
        <Failure message={error.message} retry={() => void refetch()} />
      ) : (
        <DataTable
          caption={t("table")}
          columns={columns}
          rows={data?.adoptions ?? []}
          getRowId={(row) => row.adoption_id}
          loading={isPending}
          refreshing={isPlaceholderData}
          {...(decides ? { selection } : {})}
          empty={
            url.query || url.status !== "open" ? (
              <EmptyState kind="no-results" title={t("none")} />
            ) : (
              <EmptyState icon={<UsersRound aria-hidden />} title={t("emptyTitle")} description={t("emptyDescription", { idp: idp.middle })} />
            )
          }
        />
      )}
      {data && data.total > 0 ? <Pagination page={query.page} pageSize={pageSize} total={data.total} onPageChange={(page) => void setUrl({ page })} /> : null}
      {decides && selected.size > 0 ? (
        <AnswerBar count={selected.size} onClear={() => setSelected(new Set())}>
          <Answers organization={organization} connectionId={connectionId} idp={idp.start} adoptionIds={[...selected]} onDone={() => setSelected(new Set())} />
        </AnswerBar>
      ) : null}
    </section>
  );
}

function Failure({ message, retry }: { message: string; retry: () => void }) {
  const common = useTranslations("common");
  return <EmptyState framed kind="error" title={common("loadFailedTitle")} description={message} action={<Button onClick={retry}>{common("retry")}</Button>} />;
}
