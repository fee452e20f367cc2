import type { ReactNode } from "react";
import { cn } from "./cn";

export type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  /** Beside the title: a status, a badge. */
  badge?: ReactNode;
  leading?: ReactNode;
  actions?: ReactNode;
  breadcrumbs?: ReactNode;
  /** Tabs that stand on the line under the header. */
  tabs?: ReactNode;
  className?: string;
};

/** The one h1 of a page, with what one can do to the thing it names. */
export function PageHeader({ title, description, badge, leading, actions, breadcrumbs, tabs, className }: PageHeaderProps) {
  return (
    <header className={cn("flex flex-col gap-2", tabs ? "border-b border-border" : null, className)}>
      {breadcrumbs}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 lg:flex-nowrap">
        <div className={cn("flex min-w-0 gap-3", description ? "items-start" : "items-center")}>
          {leading}
          <div className="min-w-0">
            <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <h1 className="text-xl font-semibold wrap-anywhere text-text">{title}</h1>
              {badge}
            </div>
            {description ? <p className="mt-0.5 max-w-3xl text-sm text-muted">{description}</p> : null}
          </div>
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2 lg:shrink-0">{actions}</div> : null}
      </div>
      {tabs}
    </header>
  );
}
