"use client";

import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { NavigationItem } from "./navigation-item";

export function SidebarNavigation({ items }: { items: readonly NavigationItem[] }) {
  const t = useTranslations("common");
  const path = usePathname();
  return (
    <nav aria-label={t("navigation.label")} className="min-h-0 flex-1 overflow-y-auto p-2">
      <ul className="flex flex-col gap-0.5">
        {items.map((item) => {
          const current = path === item.href || (!item.exact && path.startsWith(`${item.href}/`));
          return (
            <li key={item.href}>
              <Link
                href={item.href}
                aria-current={current ? "page" : undefined}
                className={cn(
                  "flex h-8 items-center gap-2.5 rounded-md px-2 text-sm font-medium -outline-offset-2 transition-colors max-md:h-10 [&_svg]:size-4 [&_svg]:shrink-0",
                  current ? "bg-pressed text-text" : "text-muted hover:bg-sunken hover:text-text",
                )}
              >
                {item.icon}
                <span className="min-w-0 flex-1 truncate">{item.label}</span>
                <PendingDot />
                {item.count ? <span className="tabular rounded-sm bg-surface px-1.5 text-xs text-text">{item.count}</span> : null}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Says that the page is on its way, after a moment in which fast pages have already come. */
function PendingDot() {
  const { pending } = useLinkStatus();
  return <span aria-hidden className={cn("size-1.5 rounded-full bg-accent opacity-0 transition-opacity", pending && "animate-shimmer opacity-100 delay-150")} />;
}
