import type { FailureCause } from "@/lib/contracts/activity";
import type { RefusalCode } from "./refusals/refusal";

type FailedCall = {
  status: number;
  path: string;
  scimType: string | null;
  requestHeaders: Record<string, string>;
  refusal?: { code: RefusalCode } | null;
  quirks?: readonly { code: string }[];
};

/**
 * Why a call failed, or left something out, in the terms of what an admin can change in the IdP; null when it did what it
 * should. Pure: reads nothing
 * but the logged call.
 */
export function findFailureCause(call: FailedCall): FailureCause | null {
  const leftOut = call.quirks?.some(({ code }) => code === "unknown_member") ?? false;
  if (call.status < 400) return leftOut ? "member_unknown" : null;
  if (call.status === 400 && leftOut) return "member_unknown";
  if (call.refusal && call.status === 401) return call.refusal.code;
  if (call.status === 401) return credentialCause(call.requestHeaders);
  if (call.status === 403) return "paused";
  if (/^\/(users|groups)\/(users|groups|serviceproviderconfig|schemas|resourcetypes|bulk)\b/i.test(call.path)) return "path_users";
  if (call.status === 404) return notFoundCause(call);
  if (call.status === 405) return "method";
  if (call.status === 409) return call.path.startsWith("/Groups") ? "duplicate_group" : "duplicate_user";
  if (call.status === 413) return "too_large";
  if (call.status === 429) return "too_many";
  if (call.status >= 500) return "server";
  return byScimType[call.scimType ?? ""] ?? "refused";
}

const byScimType: Record<string, FailureCause> = {
  invalidFilter: "filter",
  invalidPath: "patch_path",
  noTarget: "patch_path",
  invalidSyntax: "body",
  invalidValue: "value",
  mutability: "value",
  uniqueness: "duplicate_user",
};

function notFoundCause(call: FailedCall): FailureCause {
  const path = call.path.toLowerCase();
  if (path.includes("aadoptscim062020/") || path.startsWith("/?")) return "path_flag";
  if (path.startsWith("/scim") || path.startsWith("/v2") || path.startsWith("/api/scim")) return "path_doubled";
  if (/^\/users\/[^/?]+\/?(\?|$)/.test(path)) return "user_unknown";
  if (/^\/groups\/[^/?]+\/?(\?|$)/.test(path)) return "group_unknown";
  return "path_unknown";
}

/** Of a refused credential the log keeps its form only: `Bearer [redacted]`. */
function credentialCause(headers: Record<string, string>): FailureCause {
  const name = Object.keys(headers).find((each) => each.toLowerCase() === "authorization");
  const form = (name && headers[name]?.toLowerCase()) ?? "";
  if (form === "") return "token_missing";
  if (form.startsWith("basic ")) return "token_basic";
  return /^bearer\s+bearer\s/.test(form) ? "token_twice" : "token_wrong";
}
