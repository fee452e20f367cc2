import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { idpName } from "@/components/connections/idp-name";
import type { CallOutcome, ScimRequestWire } from "@/lib/contracts/activity";
import { listPeople } from "./list-people";
import { useCauseWords } from "./use-cause-words";

const looks: Record<CallOutcome, { Icon: typeof CircleCheck; className: string }> = {
  done: { Icon: CircleCheck, className: "text-success-text" },
  partly: { Icon: TriangleAlert, className: "text-warning-text" },
  refused: { Icon: CircleAlert, className: "text-danger-text" },
  failed: { Icon: CircleAlert, className: "text-danger-text" },
};

/** A call as a sentence that a person reads, with its cause when it failed or left something out. */
export function CallSentence({ call, identityProvider }: { call: ScimRequestWire; identityProvider: string }) {
  const sentence = useCallSentence()(call, identityProvider);
  const t = useTranslations("activity");
  const words = useCauseWords()(call);
  const { Icon, className } = looks[call.outcome];
  return (
    <span className="flex min-w-0 items-start gap-2">
      <Icon aria-hidden className={`mt-0.5 size-3.5 shrink-0 ${className}`} />
      <span className="min-w-0 wrap-anywhere">
        <span className="text-text">{sentence}</span>
        {words ? <span className={`block text-xs ${className}`}>{words.cause}</span> : null}
        {call.replayed_by ? <span className="block text-xs text-muted">{t("replayedBy", { name: call.replayed_by })}</span> : null}
      </span>
    </span>
  );
}

/** Makes the sentence alone, for titles. */
export function useCallSentence(): (call: ScimRequestWire, identityProvider: string) => string {
  const t = useTranslations("activity");
  const words = { t: useTranslations("activity.people"), format: useFormatter() };
  const names = useTranslations("guides.names");
  const unnamed = useTranslations("connections");
  return (call, identityProvider) => {
    const idp = identityProvider === "generic" ? unnamed("theProvider") : idpName(names, identityProvider);
    const values = {
      idp,
      subject: call.subject ?? t("nobody"),
      named: call.subject === null ? "no" : "yes",
      people: call.people ? listPeople(words, call.people.added, call.people.added_count) : "",
      removed: call.people ? listPeople(words, call.people.removed, call.people.removed_count) : "",
    };
    if (call.people && call.people.added_count === 0 && call.people.removed_count > 0) values.people = values.removed;
    return t(`${call.outcome === "refused" || call.outcome === "failed" ? "tried" : "done"}.${verbOf(call)}`, values);
  };
}

/** A change of a group's members is told by what it does to whom. */
function verbOf({ action, people, operation }: ScimRequestWire) {
  if (operation === "bulk") return "bulk";
  if (action !== "change_members" && !(action === "update_group" && people?.replaces)) return action;
  if (!people) return "change_members";
  const { added_count: added, removed_count: removed, replaces } = people;
  if (replaces) return added === 0 ? "empty_group" : "set_members";
  if (added > 0 && removed > 0) return "swap_members";
  return added > 0 ? "add_members" : removed > 0 ? "remove_members" : "change_members";
}
