"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { connectionPath } from "../connection-path";
import { ResumeButton } from "../resume-button";
import { useIdpWords } from "../use-idp-words";

/** The one thing that an admin should do next with this connection, if there is one. */
export function NextStep({ organization, connection }: { organization: string; connection: ConnectionDetailsWire }) {
  const t = useTranslations("connections.overview");
  const idp = useIdpWords(connection.identity_provider);
  // What is said when the first call comes takes the place of what was said before it: nothing below moves under a finger.
  const [waited] = useState(!connection.contact.first_contact_at);
  const path = (tab: "setup" | "roles") => connectionPath(organization, connection.connection_id, tab);
  if (connection.status === "paused") {
    const resume = <ResumeButton organization={organization} connection={connection} label={t("resume")} />;
    return <Callout tone="warning" title={t("pausedTitle")} action={resume}>{t("paused", { idp: idp.middle })}</Callout>;
  }
  if (!connection.contact.first_contact_at) {
    const finish = <ButtonLink variant="primary" href={path("setup")}>{t("finishAction")}</ButtonLink>;
    return <Callout title={t("finishTitle")} action={finish}>{t("finish", { idp: idp.start })}</Callout>;
  }
  if (connection.counts.groups > 0 && connection.counts.mappings === 0) {
    const map = <ButtonLink variant="primary" href={path("roles")}>{t("mapAction")}</ButtonLink>;
    return <Callout title={t("mapTitle")} action={map}>{t("map")}</Callout>;
  }
  if (waited) {
    const next = <ButtonLink href={path("setup")}>{t("finishAction")}</ButtonLink>;
    return <Callout tone="success" title={t("calledTitle", { idp: idp.start })} action={next}>{t("called")}</Callout>;
  }
  return null;
}
