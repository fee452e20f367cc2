"use client";

import { useTranslations } from "next-intl";
import { brakeCalls } from "@/lib/client/mutations/brake-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import { toast } from "@/lib/client/toast";
import type { BrakeCaseWire } from "@/lib/contracts/brake";
import type { Work } from "./brake-review";

type Choice = { departure_ids?: string[]; include_earlier?: boolean };

/** Undoes or releases, and says meanwhile how many it is about. Resolves when the work has begun: the page shows how far it is, and what failed. */
export function useDecide(organization: string, brakeCase: BrakeCaseWire, onWork: (work: Work | null) => void) {
  const t = useTranslations("brake");
  const calls = brakeCalls(organization, brakeCase.connection_id);
  const run = useDirectoryCall(({ decision, choice }: { decision: Work["decision"]; choice: Choice }) => calls[decision](brakeCase.brake_case_id, choice));

  async function work(decision: Work["decision"], choice: Choice) {
    try {
      const { people } = await run.mutateAsync({ decision, choice });
      toast.success(t(`${decision}.done`, { count: people }));
    } catch (error) {
      toast.error((error as Error).message);
    } finally {
      onWork(null);
    }
  }

  return (decision: Work["decision"], people: number, choice: Choice): Promise<void> => {
    onWork({ decision, people, before: brakeCase.counts.undone + brakeCase.counts.released });
    void work(decision, choice);
    return Promise.resolve();
  };
}
