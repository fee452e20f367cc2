import { Card } from "@/components/ui/card";
import texts from "@/messages/en/errors.json";
import { InlineCode } from "./inline-code";

type Type = keyof typeof texts.types;

/** The error types of one status, each with an anchor of its name. */
export function ErrorList({ title, types }: { title: string; types: Type[] }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg font-semibold">{title}</h2>
      <Card className="divide-y divide-border p-0">
        {types.map((type) => (
          <article key={type} id={type} className="grid scroll-mt-16 gap-x-6 gap-y-2 px-4 py-3.5 target:bg-accent-subtle lg:grid-cols-[17rem_1fr]">
            <h3 className="min-w-0">
              <a href={`#${type}`} className="font-mono text-sm font-medium wrap-anywhere hover:underline">
                {type}
              </a>
            </h3>
            <dl className="grid gap-1 text-sm sm:grid-cols-[5.5rem_1fr]">
              <dt className="text-muted">{texts.cause}</dt>
              <dd>
                <InlineCode text={texts.types[type].cause} />
              </dd>
              <dt className="text-muted">{texts.fix}</dt>
              <dd>
                <InlineCode text={texts.types[type].fix} />
              </dd>
            </dl>
          </article>
        ))}
      </Card>
    </section>
  );
}
