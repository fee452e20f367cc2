"use client";

import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useSyncExternalStore } from "react";
import { Toaster as Sonner } from "sonner";
import { toastsAreReady } from "@/lib/client/toast";

const phone = "(width < 40rem)";

function watchWidth(changed: () => void): () => void {
  const media = window.matchMedia(phone);
  media.addEventListener("change", changed);
  return () => media.removeEventListener("change", changed);
}

const [onTelephones, elsewhere] = ["top-center", "bottom-right"] as const;

/** Where toasts appear, once there was one: below on the right; on telephones under the top bar, because dialogs and their buttons come from below. */
export function ToastArea() {
  const t = useTranslations("common");
  useEffect(toastsAreReady, []);
  const narrow = useSyncExternalStore(watchWidth, () => window.matchMedia(phone).matches, () => false);
  return (
    <Sonner
      className="font-sans!"
      position={narrow ? onTelephones : elsewhere}
      mobileOffset={{ top: 60 }}
      gap={8}
      containerAriaLabel={t("notifications")}
      icons={{
        success: <CircleCheck aria-hidden className="size-4 text-success-text" />,
        error: <CircleAlert aria-hidden className="size-4 text-danger-text" />,
        warning: <TriangleAlert aria-hidden className="size-4 text-warning-text" />,
        info: <Info aria-hidden className="size-4 text-info-text" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: "flex w-full items-start gap-2.5 rounded-lg border border-border bg-raised px-3.5 py-3 text-sm text-text shadow-lg sm:w-90",
          icon: "mt-0.5 shrink-0",
          title: "font-medium",
          description: "mt-0.5 text-muted",
          actionButton: "ml-auto shrink-0 self-center rounded-md border border-border-strong px-2 py-0.5 text-xs font-medium hover:bg-sunken",
        },
      }}
    />
  );
}
