"use client";

import { Link2, RotateCw, Terminal } from "lucide-react";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/lib/client/toast";
import type { ScimRequestDetailsWire } from "@/lib/contracts/activity";
import { buildCurl } from "./build-curl";

const ReplayDialog = dynamic(() => import("./replay-dialog").then((module) => module.ReplayDialog), { ssr: false });

type Props = { organization: string; call: ScimRequestDetailsWire; canReplay: boolean; open: (callId: string) => void };

/** Repeat, copy as curl, copy the link; or why it cannot be repeated. */
export function CallActions({ organization, call, canReplay, open }: Props) {
  const t = useTranslations("activity");
  const [asking, setAsking] = useState(false);
  const { replay_refusal: refusal } = call;
  const explained = refusal !== null && refusal !== "read_only" && refusal !== "done";
  const copy = (text: string, said: string): void => void navigator.clipboard.writeText(text).then(() => toast.success(said));
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {refusal === null && canReplay ? (
          <Button variant="primary" size="sm" onClick={() => setAsking(true)}>
            <RotateCw aria-hidden />
            {t("replay.open")}
          </Button>
        ) : null}
        <Button size="sm" onClick={() => copy(buildCurl(call), t("details.curlCopied"))}>
          <Terminal aria-hidden />
          {t("details.copyCurl")}
        </Button>
        <Button size="sm" onClick={() => copy(window.location.href, t("details.linkCopied"))}>
          <Link2 aria-hidden />
          {t("details.copyLink")}
        </Button>
      </div>
      {explained ? <p className="text-xs text-muted">{t(`replay.not.${refusal}`)}</p> : null}
      {refusal === null && !canReplay ? <p className="text-xs text-muted">{t("replay.not.permission")}</p> : null}
      {asking ? <ReplayDialog organization={organization} call={call} close={() => setAsking(false)} open={open} /> : null}
    </div>
  );
}
