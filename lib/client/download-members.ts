import { apiUrl } from "./api";
import { ApiError } from "./api-error";
import { saveFile } from "./download-csv";

export type MembersDownload = {
  organization: string;
  query: Record<string, string | number | undefined>;
  /** Rows that have arrived, and how many there will be. */
  onProgress: (progress: { done: number; total: number }) => void;
  signal: AbortSignal;
};

const LINE_END = 10;

/** Downloads the members that a query selects. Answers how many there were; throws when refused, cut off or aborted. */
export async function downloadMembers({ organization, query, onProgress, signal }: MembersDownload): Promise<number> {
  const response = await fetch(apiUrl(`/organizations/${organization}/members/export`, query), { credentials: "same-origin", signal });
  if (!response.ok || !response.body) throw await toError(response);
  const total = Number(response.headers.get("x-total-count") ?? 0);
  const parts: BlobPart[] = [];
  let lines = -1;
  const reader = response.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    for (const byte of read.value) if (byte === LINE_END) lines++;
    onProgress({ done: Math.min(Math.max(lines, 0), total), total });
  }
  saveFile(`members-${new Date().toISOString().slice(0, 10)}.csv`, new Blob(parts, { type: "text/csv;charset=utf-8" }));
  return total;
}

async function toError(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => null)) as { error_message?: string; error_type?: string } | null;
  return new ApiError(response.status, body?.error_type ?? "unexpected", body?.error_message ?? `The request failed (${response.status}).`);
}
