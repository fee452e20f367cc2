"use client";

import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { toast } from "@/lib/client/toast";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { useConnectionCall } from "@/lib/client/mutations/use-connection-call";
import type { ConnectionDetailsWire, StartRotationBody } from "@/lib/contracts/connection";
import { findGuides } from "../guides/find-guides";
import { TokenExpiry } from "../token-expiry";
import { useIdpWords } from "../use-idp-words";

type Props = { organization: string; connection: ConnectionDetailsWire; open: boolean; frame: (button: ReactNode) => ReactNode };

/** Makes the next token and shows it once. Closing the dialog without the tick cancels the replacement. */
export function StartRotation({ organization, connection, open, frame }: Props) {
  const t = useTranslations("connections.token");
  const [asking, setAsking] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const start = useConnectionCall(organization, (calls, end: StartRotationBody) => calls.startRotation(connection.connection_id, end));
  const cancel = useConnectionCall(organization, (calls, id: string) => calls.cancelRotation(id));

  async function begin(end: StartRotationBody) {
    try {
      const made = await start.mutateAsync(end);
      setCopied(false);
      setToken(made.next_bearer_token);
      setAsking(false);
      start.reset();
    } catch (error) {
      toast.error((error as Error).message);
    }
  }

  async function close(keep: boolean) {
    setToken(null);
    if (keep) return;
    try {
      await cancel.mutateAsync(connection.connection_id);
      toast.message(t("discarded"));
    } catch (error) {
      toast.error((error as Error).message);
    }
  }

  const button = (
    <Button onClick={() => setAsking(true)}>
      <RefreshCw aria-hidden />
      {t("replace")}
    </Button>
  );
  return (
    <>
      {open ? null : frame(button)}
      <Dialog open={asking} onOpenChange={setAsking}>
        {asking ? <Begin connection={connection} pending={start.isPending} begin={(end) => void begin(end)} /> : null}
      </Dialog>
      <Dialog open={token !== null} onOpenChange={(shown) => (shown ? undefined : void close(copied))}>
        {token === null ? null : <NewToken connection={connection} token={token} copied={copied} onCopiedChange={setCopied} close={(keep) => void close(keep)} />}
      </Dialog>
    </>
  );
}

function Begin({ connection, pending, begin }: { connection: ConnectionDetailsWire; pending: boolean; begin: (end: StartRotationBody) => void }) {
  const t = useTranslations("connections.token");
  const common = useTranslations("common");
  const { middle } = useIdpWords(connection.identity_provider);
  const [end, setEnd] = useState<StartRotationBody | null>({});
  return (
    <DialogContent size="sm" title={t("beginTitle", { name: connection.display_name })} description={t("beginDescription", { idp: middle })}>
      <DialogBody>
        <TokenExpiry label={t("expiry")} onChange={setEnd} />
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="secondary">{common("cancel")}</Button>
        </DialogClose>
        <Button variant="primary" pending={pending} disabled={end === null} onClick={() => end && begin(end)}>
          {t("begin")}
        </Button>
      </DialogFooter>
    </DialogContent>
  );
}

type NewTokenProps = {
  connection: ConnectionDetailsWire;
  token: string;
  copied: boolean;
  onCopiedChange: (copied: boolean) => void;
  close: (keep: boolean) => void;
};

function NewToken({ connection, token, copied, onCopiedChange, close }: NewTokenProps) {
  const t = useTranslations("connections.token");
  const [guide] = findGuides(connection.identity_provider);
  const label = guide.values.find(({ value }) => "from" in value && value.from === "token")?.label ?? t("next");
  return (
    <DialogContent title={t("startTitle", { name: connection.display_name })} description={t("startDescription")} onInteractOutside={(event) => event.preventDefault()}>
      <DialogBody>
        <CopyField label={label} name={label} value={token} />
        <Checkbox checked={copied} onCheckedChange={onCopiedChange} label={t("copied")} description={t("startNote")} />
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onClick={() => close(false)}>
          {t("discard")}
        </Button>
        <Button variant="primary" disabled={!copied} onClick={() => close(true)}>
          {t("done")}
        </Button>
      </DialogFooter>
    </DialogContent>
  );
}
