"use client";

import { ArrowRightLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { movePath } from "../connection-path";
import { useIdpWords } from "../use-idp-words";

/** The way to a move, before or while it happens. */
export function MoveCard({ organization, connection, moving }: { organization: string; connection: ConnectionDetailsWire; moving: boolean }) {
  const t = useTranslations("move.card");
  const idp = useIdpWords(connection.identity_provider);
  return (
    <Card id="move" className="scroll-mt-16">
      <CardHeader
        title={t("title")}
        description={moving ? t("moving") : t("description", { idp: idp.middle })}
        actions={
          <ButtonLink href={movePath(organization, connection.connection_id)}>
            <ArrowRightLeft aria-hidden />
            {t(moving ? "openAction" : "action")}
          </ButtonLink>
        }
      />
    </Card>
  );
}
