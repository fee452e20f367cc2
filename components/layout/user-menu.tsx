"use client";

import { ChevronsUpDown, LogOut, Wrench } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { localeNames, locales } from "@/i18n/locales";
import { signOut } from "@/lib/client/sign-out";
import type { Theme } from "@/lib/client/theme";
import { Flyout, flyoutItemClass } from "./flyout";
import { LanguageChoice } from "./language-choice";
import { ThemeChoice } from "./theme-choice";

export type UserMenuProps = { user: { name: string | null; email: string; operator: boolean }; theme: Theme; place: "organization" | "operator" };

/** Who is signed in, the theme, and the way out. */
export function UserMenu({ user, theme, place }: UserMenuProps) {
  const t = useTranslations("common.userMenu");
  const name = user.name || user.email;
  return (
    <Flyout
      label={t("label", { name })}
      triggerClassName="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left transition-colors hover:bg-sunken data-[state=open]:bg-sunken"
      trigger={
        <>
          <Avatar name={name} size="sm" />
          <span className="min-w-0 flex-1 text-sm leading-tight">
            <span className="block truncate font-medium">{name}</span>
            {user.name ? <span className="block truncate text-xs text-muted">{user.email}</span> : null}
          </span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />
        </>
      }
    >
      {user.operator && place === "organization" ? (
        <Link role="menuitem" href="/operator/organizations" className={flyoutItemClass}>
          <Wrench aria-hidden />
          {t("operator")}
        </Link>
      ) : null}
      <ThemeChoice theme={theme} />
      <LanguageChoice languages={locales.map((locale) => ({ locale, name: localeNames[locale] }))} />
      <button type="button" role="menuitem" onClick={() => void signOut()} className={flyoutItemClass}>
        <LogOut aria-hidden />
        {t("signOut")}
      </button>
    </Flyout>
  );
}
