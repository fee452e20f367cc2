/** A sentence in which `this` is set as code. */
export function InlineCode({ text }: { text: string }) {
  return text.split("`").map((part, index) =>
    index % 2 === 1 ? (
      <code key={index} className="rounded-sm bg-sunken px-1 font-mono text-xs wrap-anywhere">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
