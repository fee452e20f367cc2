"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** A page of the docs; the one that is open is marked. */
export function DocsLink({ href, children }: { href: string; children: ReactNode }) {
  const here = usePathname() === href;
  return (
    <Link href={href} aria-current={here ? "page" : undefined} className={cn("rounded-md px-2 py-1 text-sm hover:bg-sunken", here ? "bg-sunken font-medium text-text" : "text-muted hover:text-text")}>
      {children}
    </Link>
  );
}
