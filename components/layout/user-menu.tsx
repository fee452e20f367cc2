"use client";

import { ChevronsUpDown, LogOut, Monitor, Moon, Sun, SunMoon, Wrench } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuSub,
  DropdownMenuSubContent,
  DropdownMenuSubTrigger,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { signOut } from "@/lib/client/sign-out";
import { chooseTheme, parseTheme, type Theme, themes } from "@/lib/client/theme";

const themeIcons = { system: Monitor, light: Sun, dark: Moon };

export type UserMenuProps = { user: { name: string | null; email: string; operator: boolean }; theme: Theme; place: "organization" | "operator" };

export function UserMenu({ user, theme, place }: UserMenuProps) {
  const t = useTranslations("common");
  const [chosen, setChosen] = useState(theme);
  const name = user.name || user.email;

  function pick(value: string) {
    const next = parseTheme(value);
    chooseTheme(next);
    setChosen(next);
  }

  return (
    <DropdownMenu>
      <DropdownMenuTrigger aria-label={t("userMenu.label", { name })} className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left transition-colors hover:bg-sunken data-[state=open]:bg-sunken">
        <Avatar name={name} size="sm" />
        <span className="min-w-0 flex-1 text-sm leading-tight">
          <span className="block truncate font-medium">{name}</span>
          {user.name ? <span className="block truncate text-xs text-muted">{user.email}</span> : null}
        </span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" side="top" className="w-56">
        <DropdownMenuLabel className="truncate">{user.email}</DropdownMenuLabel>
        <DropdownMenuSub>
          <DropdownMenuSubTrigger>
            <SunMoon aria-hidden />
            {t("userMenu.theme")}
          </DropdownMenuSubTrigger>
          <DropdownMenuSubContent>
            <DropdownMenuRadioGroup value={chosen} onValueChange={pick}>
              {themes.map((option) => {
                const Icon = themeIcons[option];
                return (
                  <DropdownMenuRadioItem key={option} value={option}>
                    <Icon aria-hidden />
                    {t(`userMenu.themes.${option}`)}
                  </DropdownMenuRadioItem>
                );
              })}
            </DropdownMenuRadioGroup>
          </DropdownMenuSubContent>
        </DropdownMenuSub>
        {user.operator && place === "organization" ? (
          <DropdownMenuItem asChild>
            <Link href="/operator">
              <Wrench aria-hidden />
              {t("userMenu.operator")}
            </Link>
          </DropdownMenuItem>
        ) : null}
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => void signOut()}>
          <LogOut aria-hidden />
          {t("userMenu.signOut")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
