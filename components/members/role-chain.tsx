import { Link2, LogIn, Network, ShieldCheck, UserRoundPen } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RelativeTime } from "@/components/ui/relative-time";
import type { CallLink, RoleStep } from "@/lib/directory/roles/explain-roles";

const icons = { joined: <LogIn />, nested: <Network />, mapped: <Link2 />, assigned: <UserRoundPen /> };

type Props = { organization: string; name: string; roleId: string; steps: readonly RoleStep[] };

/** Why someone has a role, as the chain of calls and edits that led to it; folded until asked for. */
export function RoleChain({ organization, name, roleId, steps }: Props) {
  const t = useTranslations("members.roles.why");
  if (steps.length === 0) return null;
  return (
    <details className="group/why mt-0.5">
      <summary className="inline-flex cursor-pointer list-none items-center gap-1 rounded-sm text-xs text-accent-text hover:underline">{t("ask", { role: roleId })}</summary>
      <ol className="mt-2 flex flex-col gap-2.5 border-l border-border pl-3">
        {steps.map((step, index) => (
          <li key={index} className="flex items-start gap-2 [&_svg]:mt-0.5 [&_svg]:size-3.5 [&_svg]:shrink-0">
            {icons[step.kind]}
            <span className="min-w-0">
              <Sentence organization={organization} name={name} roleId={roleId} step={step} />
              <span className="block text-xs text-faint">
                {step.at ? <RelativeTime at={step.at} /> : t("longAgo")}
                {"call" in step && step.call ? <> · <CallReference organization={organization} call={step.call} /></> : null}
              </span>
            </span>
          </li>
        ))}
        <li className="flex items-start gap-2 text-text [&_svg]:mt-0.5 [&_svg]:size-3.5 [&_svg]:shrink-0 [&_svg]:text-accent-text">
          <ShieldCheck aria-hidden />
          {t("so", { name, role: roleId })}
        </li>
      </ol>
    </details>
  );
}

function Sentence({ organization, name, roleId, step }: Omit<Props, "steps"> & { step: RoleStep }) {
  const t = useTranslations("members.roles.why");
  const link = (path: string, text: string): ReactNode => (
    <Link href={`/organizations/${organization}/${path}`} className="font-medium text-text hover:underline">
      {text}
    </Link>
  );
  if (step.kind === "assigned") return <>{step.actor ? t("assignedBy", { actor: step.actor, name, role: roleId }) : t("assigned", { name, role: roleId })}</>;
  const group = () => link(`groups/${step.group.id}`, step.group.name);
  if (step.kind === "joined") return <>{t.rich("joined", { connection: step.connectionName, name, group })}</>;
  if (step.kind === "nested") return <>{t.rich("nested", { child: () => link(`groups/${step.child.id}`, step.child.name), group })}</>;
  const mapping = (chunks: ReactNode) => <Link href={`/organizations/${organization}/connections/${step.connectionId}/roles`} className="font-medium text-text hover:underline">{chunks}</Link>;
  return <>{t.rich(step.actor ? "mappedBy" : "mapped", { actor: step.actor ?? "", role: roleId, group, mapping })}</>;
}

function CallReference({ organization, call }: { organization: string; call: CallLink }) {
  const t = useTranslations("members.roles.why");
  return (
    <Link href={`/organizations/${organization}/connections/${call.connectionId}/activity?call=request-id-${call.id}`} className="underline decoration-border-strong underline-offset-3 hover:text-text">
      {t("call")}
    </Link>
  );
}
