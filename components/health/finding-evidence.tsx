import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { DirectoryLink } from "@/components/activity/directory-link";
import { connectionPath } from "@/components/connections/connection-path";
import { RelativeTime } from "@/components/ui/relative-time";
import type { FindingWire } from "@/lib/contracts/health";

const linkClass = "font-medium text-text underline decoration-border-strong underline-offset-3 hover:decoration-current";

/** Up to five of the people, groups or calls that a finding rests on, each a way there. */
export function FindingEvidence({ organization, connectionId, finding }: { organization: string; connectionId: string; finding: FindingWire }) {
  const t = useTranslations("health.findings");
  const items = listItems();
  if (items.length === 0) return null;
  const more = finding.count - items.length;
  return (
    <ul aria-label={t("evidence")} className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {items.map((item, index) => (
        <li key={index} className="min-w-0 wrap-anywhere max-sm:w-full max-sm:[&>code]:ml-0 max-sm:[&>code]:block">{item}</li>
      ))}
      {more > 0 ? <li>{t("andMore", { count: more })}</li> : null}
    </ul>
  );

  function listItems(): ReactNode[] {
    const { people = [], groups = [], calls = [] } = finding.evidence;
    const activity = connectionPath(organization, connectionId, "activity");
    return [
      ...people.map(({ member_id: id, name, detail }) => (
        <>
          <DirectoryLink organization={organization} path={`members/${id}`} className={linkClass}>{name}</DirectoryLink>
          {detail === name ? null : <code className="ml-1.5 font-mono text-xs">{detail || t("noValue")}</code>}
        </>
      )),
      ...groups.map(({ group_id: id, name }) => (id ? <DirectoryLink key={id} organization={organization} path={`groups/${id}`} className={linkClass}>{name}</DirectoryLink> : <span className="font-medium text-text">{name}</span>)),
      ...calls.map(({ request_id: id, at }) => (
        <Link key={id} href={`${activity}?call=${id}`} className={linkClass}>
          {t.rich("call", { time: () => <RelativeTime at={at} /> })}
        </Link>
      )),
    ];
  }
}
