import { z } from "zod";
import { AdoptionsQuery, AdoptionWire, DecideAdoptionsBody, SetAdoptionPolicyBody } from "../adoption";
import { ConnectionWithToken } from "../connection";
import { PageOf } from "../envelope";
import { DetachMoveBody, FinishMoveBody, MatchMoveBody, MovedPersonWire, MoveLossWire, MovePeopleQuery, MoveWire, StartMoveBody } from "../move";
import { defineOperation } from "../operation";

const connection = "/v1/b2b/scim/{organization}/connection/{connection}";
const adoptions = `${connection}/adoptions` as const;
const policy = `${connection}/adoption_policy` as const;
const path = `${connection}/move` as const;
const reading = { access: "organization", permission: "connection.get", scope: "read" } as const;
const changing = { access: "organization", permission: "connection.update", scope: "write" } as const;
const unknown = ["scim_connection_not_found"] as const;
const noMove = ["scim_connection_not_found", "move_not_found"] as const;
const ended = [...noMove, "move_ended", "last_org_admin"] as const;

export const adoptionOperations = {
  list: defineOperation({ ...reading, permission: "member.get", id: "scim.connection.adoptions.list", method: "GET", path: adoptions, summary: "List people who may be members that were there already", query: AdoptionsQuery, answer: z.object({ adoptions: z.array(AdoptionWire), results_metadata: PageOf }), errors: [...unknown, "invalid_cursor"] }),
  decide: defineOperation({ ...changing, permission: "member.update", id: "scim.connection.adoptions.decide", method: "POST", path: adoptions, summary: "Say whether they are the same people", description: "link keeps the member who was there, with id, roles and sessions; the second member goes.", body: DecideAdoptionsBody, answer: z.object({ people: z.number().int() }), errors: [...unknown, "last_org_admin", "not_matchable"] }),
  policy: defineOperation({ ...reading, id: "scim.connection.adoption_policy.get", method: "GET", path: policy, summary: "Read what happens to people who are there already", answer: SetAdoptionPolicyBody, errors: unknown }),
  setPolicy: defineOperation({ ...changing, id: "scim.connection.adoption_policy.set", method: "PUT", path: policy, summary: "Set what happens to people who are there already", body: SetAdoptionPolicyBody, answer: SetAdoptionPolicyBody, errors: unknown }),
};

export const moveOperations = {
  get: defineOperation({ ...reading, id: "scim.connection.move.get", method: "GET", path, summary: "Read a connection's move to another identity provider", answer: z.object({ move: MoveWire, losses: z.array(MoveLossWire) }), errors: noMove }),
  start: defineOperation({ ...changing, permission: "connection.create", id: "scim.connection.move.start", method: "POST", path, summary: "Begin to move to another identity provider", description: "Makes the connection of the new identity provider. Until the end nobody loses anything by what the old one does.", body: StartMoveBody, answer: z.object({ move: MoveWire, connection: ConnectionWithToken }), errors: [...unknown, "move_already_started"] }),
  people: defineOperation({ ...reading, permission: "member.get", id: "scim.connection.move.people", method: "GET", path: `${path}/people`, summary: "List the people of a move", query: MovePeopleQuery, answer: z.object({ people: z.array(MovedPersonWire), results_metadata: PageOf }), errors: [...noMove, "invalid_cursor"] }),
  match: defineOperation({ ...changing, permission: "member.update", id: "scim.connection.move.match", method: "POST", path: `${path}/match`, summary: "Match a person by hand", body: MatchMoveBody, answer: z.object({}), errors: [...ended, "not_matchable"] }),
  detach: defineOperation({ ...changing, permission: "member.update", id: "scim.connection.move.detach", method: "POST", path: `${path}/detach`, summary: "Take a match back", description: "The person of the new identity provider becomes a member of their own (`member_id`); the member who was matched stays as the old one knows them. `match` undoes it until the move is finished.", body: DetachMoveBody, answer: z.object({ member_id: z.string(), registration_id: z.string() }), errors: [...ended, "not_matched"] }),
  finish: defineOperation({ ...changing, permission: "connection.delete", id: "scim.connection.move.finish", method: "POST", path: `${path}/finish`, summary: "Finish a move and close the old connection", body: FinishMoveBody, answer: z.object({ move: MoveWire }), errors: ended }),
  cancel: defineOperation({ ...changing, id: "scim.connection.move.cancel", method: "POST", path: `${path}/cancel`, summary: "Give a move up", answer: z.object({}), errors: ended }),
};
