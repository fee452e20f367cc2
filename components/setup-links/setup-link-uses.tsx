"use client";

import { useTranslations } from "next-intl";
import { Dialog, DialogBody, DialogContent } from "@/components/ui/dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SetupLinkWire } from "@/lib/contracts/setup-link";

/** Who opened a link, when and from where. */
export function SetupLinkUses({ link, close }: { link: SetupLinkWire; close: () => void }) {
  const t = useTranslations("setupLinks.list");
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : close())}>
      <DialogContent title={t("usesTitle")} description={t("usesDescription", { note: link.note || link.email_address || t("noNote") })}>
        <DialogBody>
          <ul className="divide-y divide-border rounded-md border border-border">
            {link.uses.map((use) => (
              <li key={use.opened_at} className="flex flex-col gap-0.5 px-3 py-2.5 text-sm">
                <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                  <span className="font-medium text-text">{use.name}</span>
                  <span className="text-xs text-muted">{t.rich("opened", { when: () => <RelativeTime at={use.opened_at} /> })}</span>
                </span>
                <span className="text-xs text-muted">
                  <code className="font-mono">{use.remote_address ?? t("unknownAddress")}</code>, {t.rich("lastSeen", { when: () => <RelativeTime at={use.last_seen_at} /> })}
                </span>
                {use.user_agent ? <span className="truncate text-xs text-muted">{use.user_agent}</span> : null}
              </li>
            ))}
          </ul>
        </DialogBody>
      </DialogContent>
    </Dialog>
  );
}
