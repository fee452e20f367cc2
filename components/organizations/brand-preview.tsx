"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Skeleton } from "@/components/ui/skeleton";

/** How the organization looks at the head of the portal and on an invitation. */
export function BrandPreview({ name, logoUrl, color }: { name: string; logoUrl: string; color: string }) {
  const t = useTranslations("settings.profile");
  const logo = /^https?:\/\/./.test(logoUrl) ? logoUrl : null;
  const ground = /^#[0-9a-f]{6}$/i.test(color) ? color : null;
  return (
    <figure className="flex min-w-0 flex-col gap-1.5">
      <figcaption className="text-sm font-medium">{t("preview")}</figcaption>
      <div aria-hidden className="overflow-hidden rounded-lg border border-border bg-background">
        <div className="flex items-center gap-2.5 border-b border-border px-3 py-2.5">
          <Avatar name={name} imageUrl={logo} color={ground} shape="square" size="sm" />
          <span className="truncate text-sm font-semibold">{name}</span>
        </div>
        <div className="flex flex-col items-center gap-3 px-6 py-8">
          <Avatar name={name} imageUrl={logo} color={ground} shape="square" size="lg" />
          <Skeleton className="h-3 w-36 animate-none" />
          <Skeleton className="h-3 w-24 animate-none" />
        </div>
      </div>
    </figure>
  );
}
