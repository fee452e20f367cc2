"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useMemo, useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { FoundTable } from "@/components/ui/found-table";
import { useDepartures } from "@/lib/client/queries/use-brake";
import type { BrakeCaseWire, DepartureWire } from "@/lib/contracts/brake";
import { useIdpWords } from "../use-idp-words";
import type { Work } from "./brake-review";
import { departureColumns } from "./departure-columns";
import { departureParsers, pageSize, standings, toDeparturesQuery } from "./departure-parsers";
import { SelectionBar } from "./selection-bar";

type Props = { organization: string; brakeCase: BrakeCaseWire; identityProvider: string; mayDecide: boolean; onWork: (work: Work | null) => void };

/** Who is back, or was confirmed, cannot be decided about again; who left before it braked can be brought back, and who was kept can go. */
const selectable = ({ standing }: DepartureWire): boolean => standing === "waiting" || standing === "earlier" || standing === "undone";

/** The people of a mass departure by name: search, filter and page in the URL, and some of them to decide about. */
export function DeparturesTable({ organization, brakeCase, identityProvider, mayDecide, onWork }: Props) {
  const t = useTranslations("brake.people");
  const common = useTranslations("common");
  const idp = useIdpWords(identityProvider);
  const [url, setUrl] = useQueryStates(departureParsers, { history: "push" });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const query = toDeparturesQuery(url);
  const found = useDepartures(organization, brakeCase, query);
  const columns = useMemo(() => departureColumns({ organization, brakeCase, t, idp: idp.start }), [organization, brakeCase, t, idp.start]);
  const options = standings.map((value) => ({ value, label: t(`standings.${value}`) }));
  const narrowed = Boolean(url.query ?? url.standing);
  const selection = { selected, onChange: setSelected, label: (row: DepartureWire) => t("select", { name: row.name || row.email_address }), selectable };
  return (
    <FoundTable
      label={t("title")}
      search={t("search")}
      filter={{ label: t("standing"), any: t("any"), value: url.standing, options, onChange: (standing) => void setUrl({ standing, page: null }) }}
      found={found}
      caption={t("table")}
      columns={columns}
      getRowId={(row) => row.departure_id}
      {...(mayDecide ? { selection } : {})}
      empty={<EmptyState kind={narrowed ? "no-results" : "first-use"} title={narrowed ? common("noResultsTitle") : t("empty")} />}
      page={query.page}
      pageSize={pageSize}
      onPageChange={(page) => void setUrl({ page })}
    >
      {mayDecide && selected.size > 0 ? <SelectionBar organization={organization} brakeCase={brakeCase} selected={selected} onClear={() => setSelected(new Set())} onWork={onWork} /> : null}
    </FoundTable>
  );
}
