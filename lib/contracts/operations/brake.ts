import { z } from "zod";
import { BrakeCaseWire, BrakeWire, DecideDeparturesBody, DeparturesQuery, DepartureWire, SetBrakeBody } from "../brake";
import { cursorPart, PageOf } from "../envelope";
import { defineOperation } from "../operation";

const path = "/v1/b2b/scim/{organization}/connection/{connection}/brake";
const one = `${path}/cases/{case}` as const;
const reading = { access: "organization", permission: "connection.get", scope: "read" } as const;
const changing = { access: "organization", permission: "connection.update", scope: "write" } as const;
const unknown = ["scim_connection_not_found"] as const;
const decided = z.object({ brake_case: BrakeCaseWire, people: z.number().int() });
const unknownCase = [...unknown, "brake_case_not_found", "last_org_admin"] as const;

export const brakeOperations = {
  get: defineOperation({ ...reading, id: "scim.connection.brake.get", method: "GET", path, summary: "Read when a connection's brake pulls", answer: z.object({ brake: BrakeWire }), errors: unknown }),
  set: defineOperation({ ...changing, id: "scim.connection.brake.set", method: "PUT", path, summary: "Set when a connection's brake pulls, and what it does", description: "Partial. When more people leave at once than the limits let pass, they are held or suspended until somebody decides.", body: SetBrakeBody, answer: z.object({ brake: BrakeWire }), errors: unknown }),
  cases: defineOperation({ ...reading, id: "scim.connection.brake.cases.list", method: "GET", path: `${path}/cases`, summary: "List when the brake pulled", description: "Newest first. `next_cursor` is null on the last page.", query: z.object(cursorPart), answer: z.object({ brake_cases: z.array(BrakeCaseWire), next_cursor: z.string().nullable() }), errors: [...unknown, "invalid_cursor"] }),
  case: defineOperation({ ...reading, id: "scim.connection.brake.cases.get", method: "GET", path: one, summary: "Read one case", answer: z.object({ brake_case: BrakeCaseWire }), errors: unknownCase }),
  departures: defineOperation({ ...reading, permission: "member.get", id: "scim.connection.brake.cases.departures", method: "GET", path: `${one}/departures`, summary: "List the people of a case", query: DeparturesQuery, answer: z.object({ departures: z.array(DepartureWire), results_metadata: PageOf }), errors: [...unknownCase, "invalid_cursor"] }),
  release: defineOperation({ ...changing, id: "scim.connection.brake.cases.release", method: "POST", path: `${one}/release`, summary: "Let people of a case leave", body: DecideDeparturesBody, answer: decided, errors: unknownCase }),
  undo: defineOperation({ ...changing, id: "scim.connection.brake.cases.undo", method: "POST", path: `${one}/undo`, summary: "Bring people of a case back", body: DecideDeparturesBody, answer: decided, errors: unknownCase }),
};
