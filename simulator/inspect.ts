import { checkGroup, checkMediaType, checkStatus, checkUser, isObject, objectOf, type Json } from "./checks.ts";
import type { Complain, Inspect } from "./session.ts";

/** A deletion is answered 204 without a body. */
export const inspectGone: Inspect = (answer, complain) => {
  if (checkStatus(answer, [204], complain)) checkMediaType(answer, complain);
};

export function inspectUser(statuses: number[], expected: Json): Inspect {
  return (answer, complain) => {
    if (!checkStatus(answer, statuses, complain)) return;
    checkMediaType(answer, complain);
    const user = objectOf(answer.json);
    checkUser(user, complain);
    checkValues(user, expected, complain);
  };
}

/** 200 with the resource or 204 without. */
export function inspectChanged(expected: Json): Inspect {
  return (answer, complain) => {
    if (!checkStatus(answer, [200, 204], complain)) return;
    checkMediaType(answer, complain);
    if (answer.status === 200) checkValues(objectOf(answer.json), expected, complain);
  };
}

export function inspectGroup(statuses: number[], name: string): Inspect {
  return (answer, complain) => {
    if (!checkStatus(answer, statuses, complain)) return;
    checkMediaType(answer, complain);
    checkGroup(objectOf(answer.json), complain);
    checkValues(objectOf(answer.json), { displayName: name }, complain);
  };
}

export function inspectPatchedGroup(name: string): Inspect {
  return (answer, complain) => {
    if (!checkStatus(answer, [200, 204], complain)) return;
    if (answer.status === 200) inspectGroup([200], name)(answer, complain);
  };
}

export function checkValues(actual: Json, expected: Json, complain: Complain, prefix = ""): void {
  for (const [name, value] of Object.entries(expected)) {
    if (isObject(value)) checkValues(objectOf(actual[name]), value, complain, `${prefix}${name}.`);
    else if (JSON.stringify(actual[name]) !== JSON.stringify(value)) complain(`${prefix}${name} is ${JSON.stringify(actual[name])}, expected ${JSON.stringify(value)}`);
  }
}

export function checkSameMembers(actual: string[], expected: string[], complain: Complain): void {
  const missing = expected.filter((id) => !actual.includes(id));
  const extra = actual.filter((id) => !expected.includes(id));
  if (missing.length > 0) complain(`${String(missing.length)} members are missing, e.g. ${String(missing[0])}`);
  if (extra.length > 0) complain(`${String(extra.length)} members should not be there, e.g. ${String(extra[0])}`);
}
