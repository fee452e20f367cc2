import { Fragment } from "react";

/** `scim.member.create`, which may wrap behind its dots and underscores and nowhere else. */
export function EventType({ type }: { type: string }) {
  return type.split(/(?<=[._])/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}
