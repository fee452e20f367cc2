"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { chooseTheme, type Theme, themes } from "@/lib/client/theme";

const icons = { system: Monitor, light: Sun, dark: Moon };

/** System, light or dark, in one line of a menu. */
export function ThemeChoice({ theme }: { theme: Theme }) {
  const t = useTranslations("common.userMenu");
  const [chosen, setChosen] = useState(theme);
  function pick(next: Theme) {
    chooseTheme(next);
    setChosen(next);
  }
  return (
    <div role="group" aria-label={t("theme")} className="my-1 flex items-center justify-between gap-2 border-y border-border py-1.5 pr-1 pl-2 first:mt-0 first:border-t-0 first:pt-0.5">
      <span aria-hidden className="text-muted">
        {t("theme")}
      </span>
      <span className="flex gap-0.5 rounded-md bg-sunken p-0.5">
        {themes.map((option) => {
          const Icon = icons[option];
          return (
            <button
              key={option}
              type="button"
              role="menuitemradio"
              aria-checked={chosen === option}
              aria-label={t(`themes.${option}`)}
              title={t(`themes.${option}`)}
              onClick={() => pick(option)}
              className={cn("flex size-6 items-center justify-center rounded-sm [&_svg]:size-3.5", chosen === option ? "bg-surface text-text shadow-xs" : "text-muted hover:text-text")}
            >
              <Icon aria-hidden />
            </button>
          );
        })}
      </span>
    </div>
  );
}
