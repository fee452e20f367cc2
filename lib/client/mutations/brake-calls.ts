import type { BrakeCaseWire, BrakeWire, SetBrakeBody } from "@/lib/contracts/brake";
import { api } from "../api";

type Decision = { departure_ids?: string[]; include_earlier?: boolean };
type Decided = { brake_case: BrakeCaseWire; people: number };

/** What the portal does to a connection's brake, each a call of the management API. */
export function brakeCalls(organization: string, connectionId: string) {
  const at = `/scim/${organization}/connection/${connectionId}/brake`;
  return {
    set: (change: SetBrakeBody) => api.put<{ brake: BrakeWire }>(at, change),
    undo: (caseId: string, body: Decision) => api.post<Decided>(`${at}/cases/${caseId}/undo`, body),
    release: (caseId: string, body: Decision) => api.post<Decided>(`${at}/cases/${caseId}/release`, body),
  };
}
