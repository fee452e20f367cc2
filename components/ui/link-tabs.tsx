"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { tabClass } from "./tab-class";

export type LinkTab = { href: string; label: ReactNode; count?: number | string | null; /** Only this very path, not those below it. */ exact?: boolean; /** Further paths, with those below them, that belong to it. */ also?: readonly string[] };

/** Tabs that are pages. Put them in the `tabs` of a PageHeader. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  const path = usePathname();
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the tab one is on may be outside the strip.
  useEffect(() => {
    // Newer browsers give a promise back, which React would take for the effect's clean-up and call.
    void nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [path]);
  return (
    <nav ref={nav} aria-label={label} className="-mx-1 -mb-px flex gap-5 overflow-x-auto px-1 max-sm:-mx-4 max-sm:scroll-px-8 max-sm:pr-8 max-sm:pl-4 max-sm:[mask-image:linear-gradient(to_right,transparent,black_1rem,black_calc(100%_-_2.5rem),transparent)]">
      {tabs.map((tab) => {
        const current = path === tab.href || (!tab.exact && isBelow(path, tab.href)) || (tab.also ?? []).some((other) => path === other || isBelow(path, other));
        return (
          <Link key={tab.href} href={tab.href} aria-current={current ? "page" : undefined} className={tabClass}>
            {tab.label}
            {tab.count === undefined || tab.count === null ? null : <span className="tabular rounded-sm bg-sunken px-1 text-xs text-muted">{tab.count}</span>}
          </Link>
        );
      })}
    </nav>
  );
}

function isBelow(path: string, parent: string): boolean {
  return path.startsWith(`${parent}/`);
}
