import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { connectionPath } from "./connection-path";

type Props = { organization: string; connectionId: string; /** The card to come back to. */ card?: string; children: string };

/** The way back from a page that belongs to a connection's settings. */
export function BackToSettings({ organization, connectionId, card, children }: Props) {
  return (
    <Link href={`${connectionPath(organization, connectionId, "settings")}${card ? `#${card}` : ""}`} className="inline-flex w-fit items-center gap-1 text-sm text-muted hover:text-text hover:underline">
      <ArrowLeft aria-hidden className="size-3.5" />
      {children}
    </Link>
  );
}
