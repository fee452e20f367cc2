import { ChevronRight, CircleAlert, ShieldCheck, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFindingWords } from "@/components/health/use-finding-words";
import { Card } from "@/components/ui/card";
import type { FindingWire } from "@/lib/contracts/health";

type Finding = FindingWire & { connectionId: string; connectionName: string; identityProvider: string };

/** Is everything fine? What is not, worst first, each a way to its evidence and fix. */
export function FindingsCard({ base, findings }: { base: string; findings: readonly Finding[] }) {
  const t = useTranslations("overview.findings");
  const serious = findings.filter(({ status, severity }) => status === "open" && severity !== "info");
  const notes = findings.filter(({ status, severity }) => status === "open" && severity === "info").length;
  const notesText = notes > 0 ? <span className="text-muted">{t("notes", { count: notes })}</span> : null;
  if (serious.length === 0) {
    return (
      <Card className="flex items-center gap-3 px-4 py-3">
        <ShieldCheck aria-hidden className="size-5 shrink-0 text-success-text" />
        <p className="min-w-0 text-sm">
          <span className="font-semibold">{t("fine")}</span> {notesText} <span className="block text-muted">{t("fineDescription")}</span>
        </p>
      </Card>
    );
  }
  return (
    <Card>
      <h2 className="px-4 pt-3 pb-2 text-sm font-semibold">
        {t("title", { count: serious.length })} {notesText}
      </h2>
      <List base={base} findings={serious.slice(0, SHOWN)} />
      {serious.length > SHOWN ? (
        <details className="group border-t border-border">
          <summary className="flex list-none items-center gap-2 px-4 py-2.5 text-sm font-medium text-muted group-open:border-b group-open:border-border hover:text-text">
            <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
            {t("more", { count: serious.length - SHOWN })}
          </summary>
          <List base={base} findings={serious.slice(SHOWN)} />
        </details>
      ) : null}
    </Card>
  );
}

/** So many stand open: the page says more than what is wrong. */
const SHOWN = 4;

function List({ base, findings }: { base: string; findings: readonly Finding[] }) {
  return (
    <ul className="border-t border-border in-[details]:border-t-0">
      {findings.map((finding) => (
        <Row key={`${finding.connectionId} ${finding.code}`} base={base} finding={finding} />
      ))}
    </ul>
  );
}

function Row({ base, finding }: { base: string; finding: Finding }) {
  const words = useFindingWords(finding.identityProvider)(finding);
  const critical = finding.severity === "critical";
  const Icon = critical ? CircleAlert : TriangleAlert;
  return (
    <li className="relative flex items-start gap-3 border-b border-border px-4 py-2.5 transition-colors last:rounded-b-lg last:border-b-0 hover:bg-sunken">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${critical ? "text-danger-text" : "text-warning-text"}`} />
      <div className="min-w-0 flex-1 text-sm">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Link href={`${base}/connections/${finding.connectionId}/health`} className="font-medium after:absolute after:inset-0 after:content-['']">
            {words.title}
          </Link>
          <span className="text-xs text-muted">{finding.connectionName}</span>
        </p>
        <p className="text-muted">{words.text}</p>
      </div>
      <ChevronRight aria-hidden className="mt-0.5 size-4 shrink-0 text-faint" />
    </li>
  );
}
