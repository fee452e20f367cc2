import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { BrandMark } from "./brand-mark";
import { SkipLink } from "./skip-link";

export type PublicShellProps = {
  title: ReactNode;
  description?: ReactNode;
  /** In place of Rollcall's mark: the logo of the organization that invites. */
  mark?: ReactNode;
  footer?: ReactNode;
  width?: "sm" | "lg";
  children?: ReactNode;
};

/** One card in the middle, for pages outside the portal: sign-in, first run, invitations. */
export function PublicShell({ title, description, mark, footer, width = "sm", children }: PublicShellProps) {
  const t = useTranslations("common");
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-10 sm:pt-[14vh]">
      <SkipLink />
      <main id="content" tabIndex={-1} className={cn("flex w-full flex-col gap-6 outline-none", width === "sm" ? "max-w-sm" : "max-w-xl")}>
        <div className="flex flex-col items-center gap-4 text-center">
          {mark ?? <BrandMark className="size-10" />}
          <div>
            <h1 className="text-2xl font-semibold text-balance">{title}</h1>
            {description ? <p className="mt-1.5 text-base text-balance text-muted">{description}</p> : null}
          </div>
        </div>
        {children ? <Card className="p-5 shadow-sm sm:p-6">{children}</Card> : null}
        {footer ? <div className="text-center text-sm text-muted">{footer}</div> : null}
      </main>
      <footer className="mt-auto flex items-center gap-1.5 pt-10 text-xs text-muted">
        <BrandMark className="size-4" /> {t("productName")}
      </footer>
    </div>
  );
}
