"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { useReplay, useReplayTrial } from "@/lib/client/mutations/use-replay";
import { toast } from "@/lib/client/toast";
import { type ReplayWire, replayRefusals, type ScimRequestDetailsWire } from "@/lib/contracts/activity";
import { ApiError } from "@/lib/client/api-error";
import { EffectList } from "./call-effects";

type Props = { organization: string; call: ScimRequestDetailsWire; close: () => void; open: (callId: string) => void };

/** Repeats a call: first what it would change, then for good. */
export function ReplayDialog({ organization, call, close, open }: Props) {
  const t = useTranslations("activity.replay");
  const format = useFormatter();
  const trial = useReplayTrial(organization, call.scim_request_id);
  const replay = useReplay(organization, call.scim_request_id);
  const error = replay.error ?? trial.error;
  const accepted = trial.data !== undefined && trial.data.status < 400;

  async function apply(version: string) {
    const done = await replay.mutateAsync(version).catch(() => null);
    if (!done) return;
    if (done.status >= 400) toast.error(t("refusedAgain"));
    else toast.success(t("applied", { count: done.effect_count }));
    close();
    if (done.scim_request_id) open(done.scim_request_id);
  }

  return (
    <Dialog open onOpenChange={(shown) => (shown ? undefined : close())}>
      <DialogContent size="lg" title={t("title", { time: format.dateTime(new Date(call.received_at), { dateStyle: "medium", timeStyle: "short" }) })} description={t("description")}>
        <DialogBody>
          {trial.isPending ? <Waiting /> : null}
          {error ? <Refusal error={error} /> : trial.data ? <Trial organization={organization} trial={trial.data} /> : null}
          {accepted && !error ? <p className="text-xs text-muted">{t("audited")}</p> : null}
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button>{t("cancel")}</Button>
          </DialogClose>
          {error ? (
            <Button onClick={() => void trial.refetch().then(() => replay.reset())}>{t("tryAgain")}</Button>
          ) : (
            <Button variant="primary" disabled={!accepted} pending={replay.isPending} onClick={() => void apply(trial.data?.version ?? "")}>
              {t("apply")}
            </Button>
          )}
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function Waiting() {
  const t = useTranslations("activity.replay");
  return (
    <div className="flex flex-col gap-2" role="status">
      <p className="text-muted">{t("checking")}</p>
      <Skeleton className="h-16 w-full" />
    </div>
  );
}

function Refusal({ error }: { error: Error }) {
  const t = useTranslations("activity.replay.not");
  const given = error instanceof ApiError ? error.details.reason : null;
  const reason = replayRefusals.find((known) => known === given);
  return <Callout tone="warning">{reason ? t(reason) : error.message}</Callout>;
}

function Trial({ organization, trial }: { organization: string; trial: ReplayWire }) {
  const t = useTranslations("activity.replay");
  if (trial.status >= 400) return <Callout tone="danger" title={t("wouldRefuse")}>{trial.detail}</Callout>;
  return (
    <>
      {trial.left_out > 0 ? <Callout tone="warning">{t("wouldLeaveOut", { count: trial.left_out })}</Callout> : null}
      {trial.effects.length === 0 ? (
        <p className="text-muted">{t("wouldChangeNothing")}</p>
      ) : (
        <>
          <h3 className="font-semibold">{t("wouldChange")}</h3>
          <EffectList organization={organization} effects={trial.effects} />
        </>
      )}
    </>
  );
}
