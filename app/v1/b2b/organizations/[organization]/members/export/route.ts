import { memberOperations } from "@/lib/contracts/operations/members";
import { streamMembersCsv } from "@/lib/http/stream-members-csv";

/** All members that the filters of the list select, as CSV. */
export const GET = streamMembersCsv(memberOperations.export);
