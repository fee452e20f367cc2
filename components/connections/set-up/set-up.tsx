"use client";

import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { useEffect, useRef } from "react";
import { RadioGroup } from "@/components/ui/radio-group";
import { useConnection } from "@/lib/client/queries/use-connection";
import { forgetShownToken, useShownToken } from "@/lib/client/shown-token";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { findGuides } from "../guides/find-guides";
import type { Guide } from "../guides/guide";
import { useIdpWords } from "../use-idp-words";
import { StepsPart } from "./steps-part";
import { ValuesPart } from "./values-part";
import { WatchPart } from "./watch-part";

/** The set-up of a connection in three parts: copy, enter, watch. */
export function SetUp({ organization, initial }: { organization: string; initial: ConnectionDetailsWire }) {
  const connection = useConnection(organization, initial);
  const token = useShownToken(connection.connection_id);
  const idp = useIdpWords(connection.identity_provider).middle;
  const [guide, guides, choose] = useGuide(connection.identity_provider);
  useForgetOnLeaving(connection.connection_id);
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-10">
        {guides.length > 1 ? <KindPicker guides={guides} guide={guide} choose={choose} /> : null}
        <ValuesPart organization={organization} connection={connection} guide={guide} idp={idp} token={token} />
        <StepsPart connection={connection} guide={guide} idp={idp} locked={Boolean(token) || !(connection.token_copied_at ?? connection.contact.first_contact_at)} />
      </div>
      <div className="min-w-0 lg:sticky lg:top-6">
        <WatchPart organization={organization} connection={connection} idp={idp} />
      </div>
    </div>
  );
}

function useGuide(identityProvider: string): [Guide, Guide[], (key: string) => void] {
  const [chosen, setChosen] = useQueryState("app", parseAsString);
  const guides = findGuides(identityProvider);
  return [guides.find((guide) => guide.key === chosen) ?? guides[0], guides, (key) => void setChosen(key)];
}

function KindPicker({ guides, guide, choose }: { guides: Guide[]; guide: Guide; choose: (key: string) => void }) {
  const t = useTranslations("guides.kind");
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm font-medium text-text">{t("legend")}</legend>
      <RadioGroup
        look="cards"
        columns={2}
        aria-label={t("legend")}
        value={guide.key}
        onValueChange={choose}
        options={guides.map(({ key }) => ({ value: key, label: t(`${key as "okta_wizard"}.name`), description: t(`${key as "okta_wizard"}.hint`) }))}
      />
    </fieldset>
  );
}

/** A token may be seen on this page alone: going elsewhere, closing and the back-forward cache end that. */
function useForgetOnLeaving(connectionId: string): void {
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    const forget = (): void => forgetShownToken(connectionId);
    window.addEventListener("pagehide", forget);
    return () => {
      here.current = false;
      window.removeEventListener("pagehide", forget);
      // Development mounts twice; only a real departure stays away.
      setTimeout(() => here.current || forget(), 0);
    };
  }, [connectionId]);
}
