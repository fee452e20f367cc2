import { type Transaction, transaction } from "@/lib/db/transaction";
import { takeRoleGraph } from "./role-graph";

/** Whether the transaction has the role graph alone; `need` throws where it has not, and all begins anew. */
export type HeldRoleGraph = { alone: boolean; need: () => void };

class RoleGraphNeeded extends Error {}

const shared: HeldRoleGraph = {
  alone: false,
  need: () => {
    throw new RoleGraphNeeded("the role graph must be taken before anything else");
  },
};

/** Runs work that may turn out to change the role graph: sharing it, like everybody else, and only then alone from the beginning. `alone`: it is known before. */
export async function withRoleGraph<Result>(
  organizationId: string,
  work: (tx: Transaction, graph: HeldRoleGraph) => Promise<Result>,
  { alone = false }: { alone?: boolean } = {},
): Promise<Result> {
  if (!alone) {
    try {
      return await transaction((tx) => work(tx, shared));
    } catch (error) {
      if (!(error instanceof RoleGraphNeeded)) throw error;
    }
  }
  return transaction(async (tx) => {
    await takeRoleGraph(tx, organizationId);
    return work(tx, { alone: true, need: () => undefined });
  });
}
