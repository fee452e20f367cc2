"use client";

import { Menu } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Sheet, SheetContent, SheetTrigger } from "@/components/ui/sheet";

/** The navigation of small screens. It closes when the page changes. */
export function NavigationSheet({ children }: { children: ReactNode }) {
  const t = useTranslations("common");
  const path = usePathname();
  const [openAt, setOpenAt] = useState<string | null>(null);
  return (
    <Sheet open={openAt === path} onOpenChange={(open) => setOpenAt(open ? path : null)}>
      <SheetTrigger asChild>
        <IconButton size="lg" tooltip={false} label={t("navigation.open")} icon={<Menu aria-hidden />} />
      </SheetTrigger>
      <SheetContent side="left" title={t("navigation.label")}>
        {children}
      </SheetContent>
    </Sheet>
  );
}
