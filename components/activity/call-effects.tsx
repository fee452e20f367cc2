import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RoleBadge } from "@/components/roles/role-badge";
import type { CallEffectWire, ScimRequestDetailsWire } from "@/lib/contracts/activity";
import { DirectoryLink } from "./directory-link";
import { FieldChanges } from "./field-changes";

/** What a call changed, each change a sentence with its fields before and after; and whom it left out. */
export function CallEffects({ organization, call }: { organization: string; call: ScimRequestDetailsWire }) {
  const t = useTranslations("activity.details");
  const leftOut = (call.people?.added ?? []).filter(({ name }) => name === null);
  if (call.outcome === "refused" || call.outcome === "failed") return null;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold text-text">{t("changed")}</h3>
      {call.effects.length === 0 ? <p className="text-sm text-muted">{call.method === "GET" ? t("changedRead") : t("changedNothing")}</p> : <EffectList organization={organization} effects={call.effects} />}
      {call.effect_count > call.effects.length ? <p className="text-xs text-muted">{t("more", { count: call.effect_count - call.effects.length })}</p> : null}
      {leftOut.length > 0 ? (
        <div className="text-sm text-warning-text">
          {t("leftOut")}
          <ul className="mt-1 flex flex-col gap-0.5 font-mono text-xs">
            {leftOut.map(({ resource_id: id }) => (
              <li key={id}>{id}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}

/** Changes as sentences, also for what a trial run would do. */
export function EffectList({ organization, effects }: { organization: string; effects: readonly CallEffectWire[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {effects.map((effect, index) => (
        <li key={index} className="flex flex-col gap-1.5 text-sm">
          <EffectSentence organization={organization} effect={effect} />
          {effect.roles && effect.roles.gained.length + effect.roles.lost.length > 0 ? <Roles roles={effect.roles} /> : null}
          {effect.fields.length > 0 ? <FieldChanges fields={effect.fields} /> : null}
        </li>
      ))}
    </ul>
  );
}

function EffectSentence({ organization, effect }: { organization: string; effect: CallEffectWire }) {
  const t = useTranslations("activity.effects");
  const link = (href: string, name: string): ReactNode => (
    <DirectoryLink organization={organization} path={href} className="font-medium text-text hover:underline">
      {name}
    </DirectoryLink>
  );
  return (
    <span className="text-text">
      {t.rich(effect.kind, {
        member: () => (effect.member ? link(`members/${effect.member.member_id}`, effect.member.name) : ""),
        group: () => (effect.group ? link(`groups/${effect.group.group_id}`, effect.group.name) : ""),
      })}
    </span>
  );
}

function Roles({ roles }: { roles: { gained: string[]; lost: string[] } }) {
  const t = useTranslations("activity.effects");
  return (
    <span className="flex flex-wrap items-center gap-1.5 text-xs text-muted">
      {roles.gained.length > 0 ? <>{t("gained")} {roles.gained.map((role) => <RoleBadge key={role} roleId={role} />)}</> : null}
      {roles.lost.length > 0 ? <>{t("lost")} {roles.lost.map((role) => <RoleBadge key={role} roleId={role} faded />)}</> : null}
    </span>
  );
}
