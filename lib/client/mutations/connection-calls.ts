import type {
  ConnectionWire,
  ConnectionWithNextToken,
  ConnectionWithToken,
  CreateConnectionBody,
  DeleteConnectionBody,
  StartRotationBody,
  UpdateConnectionBody,
} from "@/lib/contracts/connection";
import { api } from "../api";

/** What the portal does to one organization's connections, each a call of the management API. */
export function connectionCalls(organization: string) {
  const at = (connectionId: string, action = ""): string => `/scim/${organization}/connection/${connectionId}${action}`;
  const post = async (connectionId: string, action: string): Promise<ConnectionWire> =>
    (await api.post<{ connection: ConnectionWire }>(at(connectionId, action))).connection;
  return {
    create: async (body: CreateConnectionBody): Promise<ConnectionWithToken> =>
      (await api.post<{ connection: ConnectionWithToken }>(`/scim/${organization}/connection`, body)).connection,
    update: async (connectionId: string, change: UpdateConnectionBody): Promise<ConnectionWire> =>
      (await api.put<{ connection: ConnectionWire }>(at(connectionId), change)).connection,
    remove: (connectionId: string, body: DeleteConnectionBody) => api.delete(at(connectionId), body),
    pause: (connectionId: string) => post(connectionId, "/pause"),
    resume: (connectionId: string) => post(connectionId, "/resume"),
    confirmTokenCopied: (connectionId: string) => post(connectionId, "/token/copied"),
    replaceToken: async (connectionId: string): Promise<ConnectionWithToken> =>
      (await api.post<{ connection: ConnectionWithToken }>(at(connectionId, "/token/replace"))).connection,
    startRotation: async (connectionId: string, body: StartRotationBody): Promise<ConnectionWithNextToken> =>
      (await api.post<{ connection: ConnectionWithNextToken }>(at(connectionId, "/rotate/start"), body)).connection,
    completeRotation: (connectionId: string) => post(connectionId, "/rotate/complete"),
    cancelRotation: (connectionId: string) => post(connectionId, "/rotate/cancel"),
  };
}
