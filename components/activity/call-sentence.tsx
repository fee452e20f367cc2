import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { idpName } from "@/components/connections/idp-name";
import type { ScimRequestWire } from "@/lib/contracts/activity";
import { useCauseWords } from "./use-cause-words";

/** A call as a sentence that a person reads, with its cause when it failed. */
export function CallSentence({ call, identityProvider }: { call: ScimRequestWire; identityProvider: string }) {
  const sentence = useCallSentence()(call, identityProvider);
  const words = useCauseWords()(call);
  const Icon = call.cause ? CircleAlert : CircleCheck;
  return (
    <span className="flex min-w-0 items-start gap-2">
      <Icon aria-hidden className={call.cause ? "mt-0.5 size-3.5 shrink-0 text-danger-text" : "mt-0.5 size-3.5 shrink-0 text-success-text"} />
      <span className="min-w-0 wrap-anywhere">
        <span className="text-text">{sentence}</span>
        {words ? <span className="block text-xs text-danger-text">{words.cause}</span> : null}
      </span>
    </span>
  );
}

/** Makes the sentence alone, for titles. */
export function useCallSentence(): (call: ScimRequestWire, identityProvider: string) => string {
  const t = useTranslations("activity");
  const names = useTranslations("guides.names");
  const unnamed = useTranslations("connections");
  return (call, identityProvider) => {
    const idp = identityProvider === "generic" ? unnamed("theProvider") : idpName(names, identityProvider);
    const subject = call.subject ?? t("nobody");
    return t(`${call.cause ? "tried" : "done"}.${call.action}`, { idp, subject, named: call.subject === null ? "no" : "yes" });
  };
}
