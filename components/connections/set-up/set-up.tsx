"use client";

import { useEffect, useRef, useState } from "react";
import { useConnection } from "@/lib/client/queries/use-connection";
import { useSignInMethods } from "@/lib/client/queries/use-sign-in-methods";
import { forgetShownToken, useShownToken } from "@/lib/client/shown-token";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import type { IssuedCredentialWire } from "@/lib/contracts/sign-in-method";
import { useIdpWords } from "../use-idp-words";
import { carriedValues } from "./carried-values";
import { CredentialsPart } from "./credentials-part";
import { GuidePicker } from "./guide-picker";
import { StepsPart } from "./steps-part";
import { useGuide } from "./use-guide";
import { ValuesPart } from "./values-part";
import { WatchPart } from "./watch-part";

/** The set-up of a connection in three parts: copy, enter, watch. Kind of app and way to sign in are in the address. */
export function SetUp({ organization, initial }: { organization: string; initial: ConnectionDetailsWire }) {
  const connection = useConnection(organization, initial);
  const token = useShownToken(connection.connection_id);
  const idp = useIdpWords(connection.identity_provider).middle;
  const choice = useGuide(connection.identity_provider);
  const { guide } = choice;
  const { data: methods } = useSignInMethods(organization, connection.connection_id);
  const [issued, setIssued] = useState<IssuedCredentialWire | null>(null);
  useForgetOnLeaving(connection.connection_id, () => setIssued(null));
  const bearer = guide.way.method === "bearer";
  const copied = bearer ? !token && Boolean(connection.token_copied_at ?? connection.contact.first_contact_at) : !issued && Boolean(methods?.enabled.includes(guide.way.method));
  const values = carriedValues(connection, methods, { token, issued });
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-10">
        <GuidePicker organization={organization} connection={connection} choice={choice} />
        {bearer ? (
          <ValuesPart organization={organization} connection={connection} guide={guide} idp={idp} token={token} />
        ) : (
          <CredentialsPart organization={organization} connection={connection} guide={guide} idp={idp} methods={methods} values={values} issued={issued} onIssued={setIssued} done={copied} />
        )}
        <StepsPart connection={connection} guide={guide} idp={idp} values={values} locked={!copied && guide.way.method !== "federation"} />
      </div>
      <div className="min-w-0 lg:sticky lg:top-0 lg:-mx-1 lg:-my-6 lg:max-h-dvh lg:overflow-y-auto lg:px-1 lg:py-6">
        <WatchPart organization={organization} connection={connection} idp={idp} />
      </div>
    </div>
  );
}

/** A token may be seen on this page alone: going elsewhere, closing and the back-forward cache end that. */
function useForgetOnLeaving(connectionId: string, forgetIssued: () => void): void {
  const here = useRef(false);
  const alsoForget = useRef(forgetIssued);
  useEffect(() => {
    here.current = true;
    const forget = (): void => {
      forgetShownToken(connectionId);
      alsoForget.current();
    };
    window.addEventListener("pagehide", forget);
    return () => {
      here.current = false;
      window.removeEventListener("pagehide", forget);
      // Development mounts twice; only a real departure stays away.
      setTimeout(() => here.current || forgetShownToken(connectionId), 0);
    };
  }, [connectionId]);
}
