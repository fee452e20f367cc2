import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** Where one is. The last entry is the page itself and needs no href. */
export function Breadcrumbs({ items }: { items: readonly { label: ReactNode; href?: string }[] }) {
  const t = useTranslations("common");
  return (
    <nav aria-label={t("breadcrumbs")}>
      <ol className="flex min-w-0 items-center gap-1 text-xs text-muted">
        {items.map((item, index) => (
          <li key={item.href ?? index} className="flex min-w-0 items-center gap-1 not-last:max-w-40 not-last:shrink-0">
            {index > 0 ? <ChevronRight aria-hidden className="size-3 shrink-0 text-faint" /> : null}
            {item.href ? (
              <Link href={item.href} className="truncate rounded-xs py-1 hover:text-text hover:underline">
                {item.label}
              </Link>
            ) : (
              <span aria-current="page" className="truncate py-1">
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
