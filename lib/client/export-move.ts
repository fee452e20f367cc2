import type { MovedPersonWire } from "@/lib/contracts/move";
import { api } from "./api";
import { downloadCsv } from "./download-csv";

const columns = ["member_id", "name", "email_address", "outcome", "matched_by", "old_user_name", "new_user_name", "fate"];

/** Reads the whole report of a move, a thousand people at a time, and hands it over as CSV. */
export async function exportMove(organization: string, connectionId: string, onProgress: (count: number) => void): Promise<void> {
  const people: MovedPersonWire[] = [];
  for (let page = 1; ; page++) {
    const query = { page, limit: 1000 };
    const answer = await api.get<{ people: MovedPersonWire[]; results_metadata: { total: number } }>(`/scim/${organization}/connection/${connectionId}/move/people`, { query });
    people.push(...answer.people);
    onProgress(people.length);
    if (answer.people.length === 0 || people.length >= answer.results_metadata.total) break;
  }
  const rows = people.map((person) => [person.member_id, person.name, person.email_address, person.outcome, person.matched_by, person.old?.user_name ?? null, person.new?.user_name ?? null, person.fate]);
  downloadCsv(`move-${new Date().toISOString().slice(0, 10)}.csv`, [columns, ...rows]);
}
