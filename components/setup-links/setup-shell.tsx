"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BrandMark } from "@/components/layout/brand-mark";
import { SkipLink } from "@/components/layout/skip-link";
import { ThemeChoice } from "@/components/layout/theme-choice";
import { Avatar } from "@/components/ui/avatar";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { LinkTabs } from "@/components/ui/link-tabs";
import { RelativeTime } from "@/components/ui/relative-time";
import { postForm } from "@/lib/client/api";
import type { Theme } from "@/lib/client/theme";

type Props = {
  organization: { name: string; logoUrl: string | null; color: string | null };
  person: string;
  expiresAt: string;
  connected: boolean;
  theme: Theme;
  children: ReactNode;
};

/** The frame of a set-up link's pages: whose it is, who is inside, and nothing that leads elsewhere. */
export function SetupShell({ organization, person, expiresAt, connected, theme, children }: Props) {
  const t = useTranslations("setupLinks.shell");
  const product = useTranslations("common")("productName");
  const tabs = [
    { href: "/setup/connection", label: t("setup"), exact: true },
    { href: "/setup/connection/activity", label: t("activity") },
    { href: "/setup/connection/health", label: t("health") },
  ];
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <div aria-hidden className="h-1 bg-accent" style={organization.color ? { background: organization.color } : undefined} />
      <header className="border-b border-border bg-surface">
        <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center gap-x-4 gap-y-2 px-4 pt-4 sm:px-6">
          <Avatar name={organization.name} imageUrl={organization.logoUrl} color={organization.color} shape="square" size="lg" />
          <div className="min-w-0 flex-1">
            <h1 className="text-xl font-semibold text-balance">{t("title", { organization: organization.name })}</h1>
            <p className="text-sm text-muted">{t.rich("expires", { when: () => <RelativeTime at={expiresAt} /> })}</p>
          </div>
          <PersonMenu person={person} theme={theme} />
        </div>
        <div className="mx-auto mt-3 w-full max-w-6xl px-4 sm:px-6">{connected ? <LinkTabs label={t("parts")} tabs={tabs} /> : <div className="h-1" />}</div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-6xl flex-1 px-4 py-8 outline-none sm:px-6">
        {children}
      </main>
      <footer className="mx-auto flex w-full max-w-6xl items-center gap-1.5 px-4 pb-6 text-xs text-muted sm:px-6">
        <BrandMark className="size-4" /> {product}
      </footer>
    </div>
  );
}

function PersonMenu({ person, theme }: { person: string; theme: Theme }) {
  const t = useTranslations("setupLinks.shell");
  async function leave() {
    await postForm("/api/setup-links/leave", {}).catch(() => null);
    window.location.assign("/setup/ended");
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className="flex max-w-full items-center gap-2 rounded-md border border-border px-2 py-1 text-sm hover:bg-sunken">
        <Avatar name={person} size="xs" />
        <span className="truncate">{person}</span>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <ThemeChoice theme={theme} />
        <DropdownMenuItem onSelect={() => void leave()}>
          <LogOut aria-hidden />
          {t("leave")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
