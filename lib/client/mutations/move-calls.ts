import type { AdoptionPolicy, DecideAdoptionsBody } from "@/lib/contracts/adoption";
import type { ConnectionWithToken } from "@/lib/contracts/connection";
import type { DetachMoveBody, FinishMoveBody, MatchMoveBody, MoveWire, StartMoveBody } from "@/lib/contracts/move";
import { api } from "../api";

/** What the portal does about a connection's people who are here already, and to its move to another identity provider. */
export function moveCalls(organization: string, connectionId: string) {
  const at = `/scim/${organization}/connection/${connectionId}`;
  return {
    start: (body: StartMoveBody) => api.post<{ move: MoveWire; connection: ConnectionWithToken }>(`${at}/move`, body),
    finish: (body: FinishMoveBody) => api.post<{ move: MoveWire }>(`${at}/move/finish`, body),
    cancel: () => api.post(`${at}/move/cancel`),
    match: (body: MatchMoveBody) => api.post(`${at}/move/match`, body),
    detach: (body: DetachMoveBody) => api.post<{ member_id: string; registration_id: string }>(`${at}/move/detach`, body),
    setPolicy: (policy: AdoptionPolicy) => api.put(`${at}/adoption_policy`, { adoption_policy: policy }),
    decide: (body: DecideAdoptionsBody) => api.post<{ people: number }>(`${at}/adoptions`, body),
  };
}
