import { Avatar } from "@/components/ui/avatar";
import { RowLink } from "@/components/ui/table";

type Person = { member_id: string; name: string; email_address: string };

/** A member in a table: name and e-mail address, and the whole row leads to their page. */
export function MemberCell({ organization, member }: { organization: string; member: Person }) {
  const label = member.name || member.email_address;
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Avatar name={label} />
      <span className="flex min-w-0 flex-col">
        <RowLink href={`/organizations/${organization}/members/${member.member_id}`} className="truncate">
          {label}
        </RowLink>
        {member.name ? <span className="truncate text-xs text-muted">{member.email_address}</span> : null}
      </span>
    </span>
  );
}
