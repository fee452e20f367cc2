/**
 * What a client did that the RFC does not foresee and that was repaired, one code per tolerance. The connection's health
 * page counts them.
 */
export type QuirkCode =
  | "op_case"
  | "string_boolean"
  | "string_number"
  | "dotted_key"
  | "urn_key"
  | "filtered_key"
  | "typed_element_created"
  | "member_list_remove"
  | "remove_all_members"
  | "null_ref"
  | "unknown_member"
  | "manager_string"
  | "manager_array"
  | "manager_top_level"
  | "manager_empty"
  | "enterprise_top_level"
  | "role_json_string"
  | "quoted_boolean_filter"
  | "unquoted_filter_value"
  | "bare_multivalued_filter"
  | "filtered_path_in_filter"
  | "plus_for_space"
  | "non_uuid_id"
  | "read_only_ignored"
  | "put_without_active"
  | "null_value"
  | "missing_schemas"
  | "undeclared_schema"
  | "unknown_schema"
  | "operations_key_case"
  | "unknown_attribute"
  | "password_discarded"
  | "content_type"
  | "accept_header"
  | "authorization_form"
  | "query_flag"
  | "trailing_slash"
  | "page_clamped"
  | "returning_user"
  | "bare_element"
  | "single_value_for_list"
  | "wrapped_value"
  | "tombstone_user_name";

/** One repair as counted over a request. `sample` is a path, key or literal shape, never personal data. */
export type QuirkEntry = { code: QuirkCode; count: number; sample?: string };

/** Collects the repairs of one request. */
export type QuirkLog = {
  note(code: QuirkCode, sample?: string): void;
  entries(): QuirkEntry[];
};

/** A fresh log; keeps the last sample of each code. */
export function createQuirkLog(): QuirkLog {
  const noted = new Map<QuirkCode, QuirkEntry>();
  return {
    note(code, sample) {
      const entry = noted.get(code);
      if (entry === undefined) noted.set(code, { code, count: 1, ...(sample === undefined ? {} : { sample }) });
      else {
        entry.count += 1;
        if (sample !== undefined) entry.sample = sample;
      }
    },
    entries: () => [...noted.values()],
  };
}

/** Notes once more what another log has, such as that of an attempt which counts. */
export function noteAgain(log: QuirkLog, entries: readonly QuirkEntry[]): void {
  for (const { code, count, sample } of entries) for (let times = 0; times < count; times += 1) log.note(code, sample);
}

/** For callers that do not count. */
export const silentQuirkLog: QuirkLog = { note: () => undefined, entries: () => [] };
