import { type inferParserType, parseAsBoolean, parseAsString, parseAsStringLiteral } from "nuqs";

export const whats = ["all", "changes", "people", "groups", "create_user", "update_user", "deactivate_user", "activate_user", "delete_user", "create_group", "update_group", "change_members", "delete_group", "find_user", "test_credentials"] as const;
export const results = ["all", "failures", "partly", "401", "404", "409", "429", "refused", "failed"] as const;
export const times = ["all", "hour", "day", "week", "month"] as const;

/** What the URL of a list of calls says. `about` is a SCIM id or `member-<uuid>`; `call` the one that is open. */
export const callUrl = {
  query: parseAsString.withDefault(""),
  failures: parseAsBoolean,
  show: parseAsStringLiteral(whats),
  result: parseAsStringLiteral(results),
  time: parseAsStringLiteral(times),
  about: parseAsString,
  call: parseAsString,
};
export type CallUrl = inferParserType<typeof callUrl>;

export const noFilters = { query: "", failures: null, show: null, result: null, time: null, about: null } as const;

const hours = { hour: 1, day: 24, week: 168, month: 720 };
const narrowing = ["changes", "people", "groups"] as const;

export function isFiltered(url: CallUrl): boolean {
  return url.query !== "" || Boolean(url.failures ?? url.show ?? url.result ?? url.time ?? url.about);
}

/** The URL as the API's query. Times start at a full minute, so that the query stays the same for a while. Pure. */
export function toCallQuery(url: CallUrl, now: Date): Record<string, string | boolean | undefined> {
  const narrowed = narrowing.find((each) => each === url.show);
  const since = url.time && url.time !== "all" ? Math.floor(now.getTime() / 60_000) * 60_000 - hours[url.time] * 3_600_000 : null;
  return {
    search: url.query || undefined,
    failures: url.failures ?? undefined,
    result: url.result && url.result !== "all" && url.result !== "failures" ? url.result : undefined,
    show: narrowed,
    action: narrowed || !url.show || url.show === "all" ? undefined : url.show,
    since: since === null ? undefined : new Date(since).toISOString(),
    ...(url.about?.startsWith("member-") ? { member_id: url.about } : { resource_id: url.about ?? undefined }),
  };
}
