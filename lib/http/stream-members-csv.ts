import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { uuidv7 } from "uuidv7";
import { authorizeOrganization } from "@/lib/auth/authorize-organization";
import { csvLines } from "@/lib/contracts/csv";
import { FindMembersQuery } from "@/lib/contracts/member";
import type { Operation } from "@/lib/contracts/operation";
import { toWireId } from "@/lib/contracts/wire-id";
import type { MemberRecord } from "@/lib/directory/members/member-record";
import { readAllMembers } from "@/lib/directory/members/read-all-members";
import { admitCaller } from "./admit-caller";
import type { RouteHandler } from "./answer-api-call";
import { problem } from "./problem";
import { checkShape, checkText } from "./read-json";
import { toFindMembers } from "./to-find-members";

const columns = ["memberId", "name", "email", "status", "userName", "externalId", "roles", "groups", "connections", "title", "department", "createdAt", "updatedAt"] as const;

type Titles = (column: (typeof columns)[number]) => string;

/**
 * A route for all members that the list's filters select, as CSV in the list's order. It is a stream: memory does not grow with
 * the organization, and a client that leaves ends the reading. `x-total-count` lets it show how far it is.
 */
export function streamMembersCsv(operation: Operation): RouteHandler {
  const handler: RouteHandler = async (request, context) => {
    try {
      const { organization } = checkText(await context.params, "path");
      return await answerCsv(operation, request, String(organization));
    } catch (error) {
      return problem(error, `request-id-${uuidv7()}`);
    }
  };
  handler.operation = operation;
  return handler;
}

async function answerCsv(operation: Operation, request: NextRequest, organization: string): Promise<Response> {
  const { scope } = await authorizeOrganization(await admitCaller(request, operation), organization, operation.permission);
  const query = checkShape(FindMembersQuery, checkText(Object.fromEntries(request.nextUrl.searchParams), "query"));
  const { total, batches } = await readAllMembers(scope, await toFindMembers(scope, query));
  const titles = await getTranslations("members.export.columns");
  return new Response(toStream(batches, titles), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="members-${new Date().toISOString().slice(0, 10)}.csv"`,
      "cache-control": "no-store",
      "x-total-count": String(total),
    },
  });
}

function toStream(batches: AsyncGenerator<MemberRecord[], void>, titles: Titles): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    // The mark lets spreadsheets read UTF-8 right.
    start: (controller) => controller.enqueue(encoder.encode(`\uFEFF${csvLines([columns.map((column) => titles(column))])}`)),
    pull: async (controller) => {
      const next = await batches.next();
      if (next.done === true) return controller.close();
      controller.enqueue(encoder.encode(csvLines(next.value.map(toRow))));
    },
    cancel: async () => void (await batches.return(undefined)),
  });
}

function toRow(member: MemberRecord): unknown[] {
  const [registration] = member.registrations;
  const enterprise = registration?.attributes["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"] as { department?: unknown } | undefined;
  return [
    toWireId("member", member.id),
    member.name,
    member.email,
    member.status,
    list(member.registrations.map(({ userName }) => userName)),
    list([member.externalId, ...member.registrations.map(({ externalId }) => externalId)]),
    list(member.inForce.map(({ roleId }) => roleId)),
    list(member.groups.filter(({ path }) => path.length === 1).map(({ groupName }) => groupName)),
    list(member.registrations.map(({ connectionName }) => connectionName)),
    registration?.attributes["title"],
    enterprise?.department,
    member.createdAt,
    member.updatedAt,
  ];
}

function list(values: readonly (string | null)[]): string {
  return [...new Set(values.filter((value) => value))].join("; ");
}
