"use client";

import { Building2, Check, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Flyout, flyoutItemClass } from "./flyout";

export type SwitchableOrganization = { slug: string; name: string; logoUrl: string | null; brandColor: string | null };

export type OrganizationSwitcherProps = { current: SwitchableOrganization; organizations: readonly SwitchableOrganization[]; operator: boolean };

/** Names the organization one is in; a menu when there is another place to go. */
export function OrganizationSwitcher({ current, organizations, operator }: OrganizationSwitcherProps) {
  const t = useTranslations("common.navigation");
  const name = (
    <>
      <Logo organization={current} />
      <span className="min-w-0 flex-1 truncate text-left text-sm font-semibold">{current.name}</span>
    </>
  );
  if (organizations.length < 2 && !operator) return <div className="flex h-10 items-center gap-2.5 px-2">{name}</div>;
  return (
    <Flyout
      label={t("switchFrom", { name: current.name })}
      triggerClassName="flex h-10 w-full items-center gap-2.5 rounded-md px-2 transition-colors hover:bg-sunken data-[state=open]:bg-sunken"
      trigger={
        <>
          {name}
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />
        </>
      }
    >
      {organizations.map((organization) => (
        <Link key={organization.slug} role="menuitem" href={`/organizations/${organization.slug}`} className={flyoutItemClass}>
          <Logo organization={organization} />
          <span className="min-w-0 flex-1 truncate">{organization.name}</span>
          {organization.slug === current.slug ? <Check aria-hidden className="text-accent-text!" /> : null}
        </Link>
      ))}
      {operator ? (
        <Link role="menuitem" href="/operator/organizations" className={flyoutItemClass}>
          <Building2 aria-hidden />
          {t("allOrganizations")}
        </Link>
      ) : null}
    </Flyout>
  );
}

function Logo({ organization }: { organization: SwitchableOrganization }) {
  return <Avatar name={organization.name} imageUrl={organization.logoUrl} color={organization.brandColor} shape="square" size="sm" />;
}
