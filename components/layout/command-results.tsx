"use client";

import { Command, useCommandState } from "cmdk";
import { Cable, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useDeferredValue, useEffect } from "react";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";
import { itemClass } from "@/components/ui/floating-class";
import { useConnectionNames } from "@/lib/client/queries/use-connection-names";
import { useGroups } from "@/lib/client/queries/use-groups";
import { useMembers } from "@/lib/client/queries/use-members";

type Props = { organization: string; text: string; go: (href: string) => void; choose: (href: string) => void };

/** Members, groups and connections that fit what was typed; the server finds them. */
export function CommandResults({ organization, text, go, choose }: Props) {
  const t = useTranslations("common.navigation");
  const common = useTranslations("common");
  const pages = useCommandState((state) => state.filtered.count);
  const chosen = useCommandState((state) => state.value);
  const search = useDeferredValue(text);
  const base = `/organizations/${organization}`;
  const found = useMembers(organization, { search, limit: 6 });
  const members = found.data?.members ?? [];
  const groups = useGroups(organization, { search, limit: 4 }).data?.groups ?? [];
  const connections = (useConnectionNames(organization).data ?? []).filter(({ display_name }) => display_name.toLowerCase().includes(search.toLowerCase()));
  const first = members[0] ? `${base}/members/${members[0].member_id}` : groups[0] ? `${base}/groups/${groups[0].group_id}` : null;
  // What comes from the server comes after the choice was made: Enter shall open the first line that is there.
  useEffect(() => {
    if (pages === 0 && first && !chosen) choose(first);
  }, [pages, first, chosen, choose]);
  return (
    <>
      {!found.isFetching && pages + members.length + groups.length + connections.length === 0 ? <p className="px-2 py-8 text-center text-sm text-muted">{common("nothingFound")}</p> : null}
      <Results heading={t("members")}>
        {members.map((member) => (
          <Result key={member.member_id} href={`${base}/members/${member.member_id}`} go={go} icon={<Avatar name={member.name || member.email_address} size="xs" />} label={member.name || member.email_address} detail={member.name ? member.email_address : ""} />
        ))}
      </Results>
      <Results heading={t("groups")}>
        {groups.map((group) => (
          <Result key={group.group_id} href={`${base}/groups/${group.group_id}`} go={go} icon={<Users aria-hidden />} label={group.group_name} detail={group.connection_name} />
        ))}
      </Results>
      <Results heading={t("connections")}>
        {connections.map((connection) => (
          <Result key={connection.connection_id} href={`${base}/connections/${connection.connection_id.replace("scim-connection-", "")}`} go={go} icon={<Cable aria-hidden />} label={connection.display_name} detail="" />
        ))}
      </Results>
    </>
  );
}

function Results({ heading, children }: { heading: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <Command.Group forceMount heading={heading} className="**:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:text-muted">
      {children}
    </Command.Group>
  );
}

function Result({ href, go, icon, label, detail }: { href: string; go: (href: string) => void; icon: ReactNode; label: string; detail: string }) {
  return (
    <Command.Item forceMount value={href} onSelect={() => go(href)} className={cn(itemClass, "h-9")}>
      {icon}
      <span className="truncate">{label}</span>
      <span className="min-w-0 truncate text-xs text-muted">{detail}</span>
    </Command.Item>
  );
}
