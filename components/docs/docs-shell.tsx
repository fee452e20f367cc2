import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BrandMark } from "@/components/layout/brand-mark";
import { SkipLink } from "@/components/layout/skip-link";
import { DocsLink } from "./docs-link";

/** The frame of the pages for developers: open to all, one line of navigation. */
export function DocsShell({ children }: { children: ReactNode }) {
  const t = useTranslations("common.docs");
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="sticky top-0 z-20 border-b border-border bg-surface">
        <nav aria-label={t("navigation")} className="mx-auto flex h-12 w-full max-w-6xl items-center gap-1 px-4 sm:gap-2 sm:px-6">
          <Link href="/" className="mr-1 flex items-center gap-2 text-sm font-semibold sm:mr-3">
            <BrandMark className="size-5" />
            <span className="max-sm:sr-only">{t("title")}</span>
          </Link>
          <DocsLink href="/docs/api">{t("reference")}</DocsLink>
          <DocsLink href="/docs/errors">{t("errors")}</DocsLink>
          <a href="/v1/openapi.json" className="ml-auto rounded-md px-2 py-1 text-sm text-muted hover:bg-sunken hover:text-text">
            {t("document")}
          </a>
        </nav>
      </header>
      <div id="content" tabIndex={-1} className="mx-auto w-full max-w-6xl grow px-4 py-8 outline-none sm:px-6">
        {children}
      </div>
    </div>
  );
}
