import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { localeNames, locales } from "@/i18n/locales";
import { BrandMark } from "./brand-mark";
import { PublicLanguages } from "./public-languages";
import { SkipLink } from "./skip-link";

export type PublicShellProps = {
  title: ReactNode;
  description?: ReactNode;
  /** Whose page it is, where an organization invites: its logo, name and colour instead of Rollcall's. */
  organization?: { name: string; logoUrl: string | null; brandColor: string | null };
  footer?: ReactNode;
  width?: "sm" | "lg";
  /** Beside the card where there is room, below it elsewhere: what comes next. */
  aside?: ReactNode;
  children?: ReactNode;
};

/** One card with one thing to do, for pages outside the portal: first run, sign-in, invitations, set-up links, consent. */
export function PublicShell({ title, description, organization, footer, width = "sm", aside, children }: PublicShellProps) {
  const t = useTranslations("common");
  const tint = organization?.brandColor ?? "var(--color-accent)";
  return (
    <div className="relative flex min-h-dvh flex-col items-center px-4 pt-12 pb-6 sm:pt-[12vh]">
      <SkipLink />
      <div aria-hidden className="absolute inset-x-0 top-0 h-1" style={{ background: tint }} />
      <div aria-hidden className="pointer-events-none absolute inset-x-0 top-0 h-80 opacity-8 dark:opacity-14" style={{ background: `radial-gradient(38rem 20rem at 50% 0, ${tint}, transparent)` }} />
      <main id="content" tabIndex={-1} className={cn("relative flex w-full flex-col gap-7 outline-none", aside ? "max-w-sm lg:max-w-4xl lg:flex-row lg:items-start lg:justify-between lg:gap-16" : width === "sm" ? "max-w-sm" : "max-w-xl")}>
        <div className={cn("flex flex-col gap-5", aside ? "items-center text-center lg:max-w-md lg:items-start lg:pt-4 lg:text-left" : "items-center text-center")}>
          {organization ? <Avatar name={organization.name} imageUrl={organization.logoUrl} color={organization.brandColor} shape="square" size="xl" className="shadow-sm" /> : <BrandMark className="size-12" />}
          <div>
            <h1 className="text-2xl font-semibold text-balance">{title}</h1>
            {description ? <p className="mt-2 text-base text-balance text-muted">{description}</p> : null}
          </div>
          {aside ? <div className="hidden lg:block">{aside}</div> : null}
        </div>
        {children ? <Card className={cn("rounded-xl p-5 shadow-md sm:p-7", aside && "lg:w-96 lg:shrink-0")}>{children}</Card> : null}
        {aside ? <div className="lg:hidden">{aside}</div> : null}
        {footer ? <div className="text-center text-sm text-balance text-muted">{footer}</div> : null}
      </main>
      <footer className="relative mt-auto flex w-full flex-wrap items-center justify-center gap-x-5 gap-y-1 pt-12 text-xs text-muted">
        {organization ? (
          <span className="flex items-center gap-1.5">
            <BrandMark className="size-4" /> {t("productName")}
          </span>
        ) : null}
        <PublicLanguages languages={locales.map((locale) => ({ locale, name: localeNames[locale] }))} />
      </footer>
    </div>
  );
}
