import { memberOperations } from "@/lib/contracts/operations/members";
import { streamMembersCsv } from "@/lib/http/stream-members-csv";

export const GET = streamMembersCsv(memberOperations.export);
