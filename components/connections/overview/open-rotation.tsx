"use client";

import { useTranslations } from "next-intl";
import { toast } from "@/lib/client/toast";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { useConnectionCall } from "@/lib/client/mutations/use-connection-call";
import type { ConnectionDetailsWire, TokenWire } from "@/lib/contracts/connection";
import { useIdpWords } from "../use-idp-words";

type Props = { organization: string; connection: ConnectionDetailsWire; current: TokenWire; next: TokenWire; mayUpdate: boolean };

/** While two tokens work: which one the IdP really used, and the two ways to end it, each confirmed by the last four of what dies. */
export function OpenRotation({ organization, connection, current, next, mayUpdate }: Props) {
  const t = useTranslations("connections.token");
  const idp = useIdpWords(connection.identity_provider);
  const ready = next.call_count > 0;
  return (
    <Callout tone={ready ? "success" : "info"} title={t("overlapTitle")}>
      <p>{ready ? t("overlapReady", { idp: idp.start }) : t("overlapWaiting", { idp: idp.middle })}</p>
      <p className="mt-1">
        <Evidence current={current} next={next} />
      </p>
      {mayUpdate ? (
        <div className="mt-3 flex flex-wrap gap-2">
          <EndRotation organization={organization} connection={connection} dies={current} stays={next} way="complete" risky={!ready} idp={idp.start} />
          <EndRotation organization={organization} connection={connection} dies={next} stays={current} way="cancel" risky={ready} idp={idp.start} />
        </div>
      ) : null}
    </Callout>
  );
}

/** Which of the two was really used, and since when the old one has been quiet. */
function Evidence({ current, next }: Pick<Props, "current" | "next">) {
  const t = useTranslations("connections.token");
  const { last_used_at: lastUsed } = current;
  if (!lastUsed) return t("evidenceNever", { nextCalls: next.call_count });
  const time = () => <RelativeTime at={lastUsed} />;
  const { last_used_at: nextUsed, call_count: nextCalls } = next;
  if (!nextUsed) return t.rich("evidence", { time });
  const quiet = Date.parse(lastUsed) < Date.parse(nextUsed) ? "yes" : "no";
  return t.rich("evidenceReady", { nextCalls, quiet, time, next: () => <RelativeTime at={nextUsed} /> });
}

type EndProps = { organization: string; connection: ConnectionDetailsWire; dies: TokenWire; stays: TokenWire; way: "complete" | "cancel"; risky: boolean; idp: string };

function EndRotation({ organization, connection, dies, stays, way, risky, idp }: EndProps) {
  const t = useTranslations("connections.token");
  const end = useConnectionCall(organization, (calls, id: string) => (way === "complete" ? calls.completeRotation(id) : calls.cancelRotation(id)));
  const complete = way === "complete";
  const four = complete ? { lastFour: dies.last_four, nextLastFour: stays.last_four } : { lastFour: stays.last_four, nextLastFour: dies.last_four };

  async function confirm() {
    await end.mutateAsync(connection.connection_id);
    toast.success(complete ? t("completed", { lastFour: stays.last_four }) : t("discarded"));
  }

  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant={complete && !risky ? "primary" : "secondary"}>
          {t(way)}
        </Button>
      }
      title={t(`${way}Title`, four)}
      description={t(`${way}Description`, four)}
      confirmLabel={t(`${way}Confirm`, four)}
      typeToConfirm={dies.last_four}
      onConfirm={confirm}
    >
      {risky ? <Callout tone="warning">{t(`${way}Warning`, { idp })}</Callout> : null}
    </ConfirmDialog>
  );
}
