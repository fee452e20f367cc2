"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type Notice, NoticeStack } from "@/components/ui/notice-stack";
import { useConnection } from "@/lib/client/queries/use-connection";
import type { BrakeCaseWire } from "@/lib/contracts/brake";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { brakeNotice } from "./brake/brake-notice";
import { movePath } from "./connection-path";
import { matchNotice, type OpenMatch } from "./matches/match-notice";
import { useTokenNotice } from "./overview/use-token-notice";

type Props = { organization: string; initial: ConnectionDetailsWire; cases: readonly BrakeCaseWire[]; matches: readonly OpenMatch[]; move: { from: string; to: string } | null };

/** What waits for an admin at this connection, on each of its pages; not above the page that it leads to. */
export function ConnectionNotices({ organization, initial, cases, matches, move }: Props) {
  const [brake, match] = [useTranslations("brake.alert"), useTranslations("matches.alert")];
  const moving = useTranslations("move.card");
  const path = usePathname();
  const token = useTokenNotice(organization, useConnection(organization, initial));
  const notices: Notice[] = [
    ...cases.filter((each) => each.counts.waiting > 0).map((each) => brakeNotice(brake, organization, each)),
    ...matches.map((each) => matchNotice(match, organization, each)),
    ...(token ? [token] : []),
    ...(move
      ? [{ key: "move", tone: "info" as const, title: moving("openTitle"), description: moving("openDescription", move), href: movePath(organization, initial.connection_id), action: moving("openAction") }]
      : []),
  ];
  return <NoticeStack notices={notices.filter(({ href }) => !path.endsWith(href))} />;
}
