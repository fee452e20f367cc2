"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useMemo } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { FoundTable } from "@/components/ui/found-table";
import { useMovePeople } from "@/lib/client/queries/use-move";
import type { MoveWire } from "@/lib/contracts/move";
import { moveColumns } from "./move-columns";
import { moveParsers, outcomeOptions, pageSize, toMovePeopleQuery } from "./move-parsers";

type Props = { organization: string; connectionId: string; move: MoveWire; mayDecide: boolean };

/** The people of a move, those to look at first; search, filter and page in the URL. */
export function MovePeople({ organization, connectionId, move, mayDecide }: Props) {
  const t = useTranslations("move");
  const [url, setUrl] = useQueryStates(moveParsers, { history: "push" });
  const query = toMovePeopleQuery(url);
  const found = useMovePeople(organization, connectionId, query);
  const columns = useMemo(() => moveColumns({ organization, move, t, mayDecide }), [organization, move, t, mayDecide]);
  const names = { from: move.from.display_name, to: move.to.display_name };
  const empty = <EmptyState kind={url.query || url.outcome ? "no-results" : "first-use"} title={t("people.empty")} description={move.status === "open" ? t("people.emptyOpen", names) : null} />;
  return (
    <FoundTable
      label={t("people.title")}
      search={t("people.search")}
      filter={{
        label: t("people.outcome"),
        any: t("people.any"),
        value: url.outcome,
        options: outcomeOptions.map((value) => ({ value, label: t(`outcomes.${value}`, names) })),
        onChange: (outcome) => void setUrl({ outcome, page: null }),
      }}
      found={found}
      caption={t("people.table")}
      columns={columns}
      getRowId={(row) => row.member_id}
      empty={empty}
      page={query.page}
      pageSize={pageSize}
      onPageChange={(page) => void setUrl({ page })}
    />
  );
}
