import Link from "next/link";
import type { ReactNode } from "react";
import { readSetupLinkId } from "@/lib/contracts/setup-link-id";

/** A link to a member or group; only the name for who came by a set-up link and may not see them. */
export function DirectoryLink({ organization, path, className, children }: { organization: string; path: string; className: string; children: ReactNode }) {
  if (readSetupLinkId(organization)) return <span className="font-medium">{children}</span>;
  return (
    <Link href={`/organizations/${organization}/${path}`} className={className}>
      {children}
    </Link>
  );
}
