"use client";

import { Building2, Check, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuLabel, DropdownMenuSeparator, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";

export type SwitchableOrganization = { slug: string; name: string; logoUrl: string | null; brandColor: string | null };

export type OrganizationSwitcherProps = { current: SwitchableOrganization; organizations: readonly SwitchableOrganization[]; operator: boolean };

/** Names the organization one is in; a menu when there is another place to go. */
export function OrganizationSwitcher({ current, organizations, operator }: OrganizationSwitcherProps) {
  const t = useTranslations("common");
  const name = (
    <>
      <Logo organization={current} />
      <span className="min-w-0 flex-1 truncate text-left text-sm font-semibold">{current.name}</span>
    </>
  );
  if (organizations.length < 2 && !operator) return <div className="flex h-10 items-center gap-2.5 px-2">{name}</div>;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger aria-label={t("navigation.switchFrom", { name: current.name })} className="flex h-10 w-full items-center gap-2.5 rounded-md px-2 transition-colors hover:bg-sunken data-[state=open]:bg-sunken">
        {name}
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="max-h-96 w-60 overflow-y-auto">
        <DropdownMenuLabel>{t("navigation.organizations")}</DropdownMenuLabel>
        {organizations.map((organization) => (
          <DropdownMenuItem key={organization.slug} asChild>
            <Link href={`/organizations/${organization.slug}`}>
              <Logo organization={organization} />
              <span className="min-w-0 flex-1 truncate">{organization.name}</span>
              {organization.slug === current.slug ? <Check aria-hidden className="text-accent-text!" /> : null}
            </Link>
          </DropdownMenuItem>
        ))}
        {operator ? (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem asChild>
              <Link href="/operator">
                <Building2 aria-hidden />
                {t("navigation.allOrganizations")}
              </Link>
            </DropdownMenuItem>
          </>
        ) : null}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function Logo({ organization }: { organization: SwitchableOrganization }) {
  return <Avatar name={organization.name} imageUrl={organization.logoUrl} color={organization.brandColor} shape="square" size="sm" />;
}
