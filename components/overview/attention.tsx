import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";

export type Attention =
  | { kind: "paused"; connection: string; href: string }
  | { kind: "rotation"; connection: string; href: string };

const tones = { paused: "warning", rotation: "info" } as const;

/** What an admin should look at, each with the way there. */
export function AttentionList({ items }: { items: readonly Attention[] }) {
  const t = useTranslations("overview.attention");
  if (items.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2">
      {items.map((item) => (
        <li key={`${item.kind} ${item.href}`}>
          <Callout
            tone={tones[item.kind]}
            title={t(`${item.kind}.title`, { connection: item.connection })}
            action={
              <ButtonLink size="sm" href={item.href}>
                {t(`${item.kind}.action`)}
              </ButtonLink>
            }
          >
            {t(`${item.kind}.description`)}
          </Callout>
        </li>
      ))}
    </ul>
  );
}
