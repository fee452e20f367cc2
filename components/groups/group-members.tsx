"use client";

import { useTranslations } from "next-intl";
import { parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { MemberCell } from "@/components/members/member-cell";
import { type MemberStatusName, MemberStatus } from "@/components/members/member-status";
import { Button } from "@/components/ui/button";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { RelativeTime } from "@/components/ui/relative-time";
import { SearchInput } from "@/components/ui/search-input";
import { Section } from "@/components/ui/section";
import { useGroupMembers } from "@/lib/client/queries/use-group-members";
import type { GroupMember } from "@/lib/contracts/group";

type Props = { organization: string; group: { id: string; name: string }; nested: boolean };

const pageSize = 50;

/** The people directly in a group, a page at a time. */
export function GroupMembers({ organization, group, nested }: Props) {
  const t = useTranslations("groups.members");
  const common = useTranslations("common");
  const [url, setUrl] = useQueryStates({ query: parseAsString.withDefault(""), page: parseAsInteger.withDefault(1) }, { history: "push" });
  const page = Math.max(url.page, 1);
  const { data, error, isPending, isPlaceholderData, refetch } = useGroupMembers(organization, group.id, { ...(url.query ? { search: url.query } : {}), page, limit: pageSize });
  const clear = <Button onClick={() => void setUrl({ query: null, page: null })}>{common("clearSearch")}</Button>;
  const empty = url.query ? (
    <EmptyState kind="no-results" title={common("noResultsTitle")} action={clear} />
  ) : (
    <EmptyState title={t("empty")} description={nested ? t("emptyNested") : undefined} />
  );
  return (
    <Section title={t("title")} description={t("description")} actions={<SearchInput label={t("search")} placeholder={t("searchPlaceholder")} />}>
      {error && !data ? (
        <EmptyState framed kind="error" title={common("loadFailedTitle")} description={error.message} action={<Button onClick={() => void refetch()}>{common("retry")}</Button>} />
      ) : (
        <DataTable caption={t("table", { group: group.name })} columns={columns(organization, t)} rows={data?.members ?? []} getRowId={(member) => member.member_id} loading={isPending} refreshing={isPlaceholderData} empty={empty} />
      )}
      {data && data.total > 0 ? <Pagination page={page} pageSize={pageSize} total={data.total} onPageChange={(next) => void setUrl({ page: next })} /> : null}
    </Section>
  );
}

function columns(organization: string, t: ReturnType<typeof useTranslations<"groups.members">>): DataColumn<GroupMember>[] {
  return [
    {
      id: "name",
      header: t("name"),
      className: "max-w-44 sm:max-w-72",
      cell: (member) => <MemberCell organization={organization} member={member} />,
    },
    { id: "status", header: t("status"), cell: (member) => <MemberStatus status={member.status as MemberStatusName} /> },
    { id: "added", header: t("added"), hideBelow: "sm", align: "right", cell: (member) => <RelativeTime at={member.added_at} className="relative z-1 whitespace-nowrap text-muted" /> },
  ];
}
