import { Fragment } from "react";

/** A name or address for programs, like `scim.member.create` or a URL: it may wrap behind its dots, slashes, dashes, underscores and its @, and elsewhere only where nothing else helps. */
export function Breakable({ text }: { text: string }) {
  return text.split(/(?<=[._/?&=@-])(?![/])/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}
