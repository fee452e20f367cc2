import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { credentialScopes, type CredentialScope } from "@/lib/contracts/credential-scope";

/** What an API credential may do, at a glance. */
export function ScopeBadges({ scopes }: { scopes: readonly CredentialScope[] }) {
  const t = useTranslations("operator.credentials.scope");
  if (scopes.length === credentialScopes.length) return <Badge>{t("all")}</Badge>;
  return (
    <span className="flex flex-wrap gap-1">
      {scopes.map((scope) => (
        <Badge key={scope}>{t(scope)}</Badge>
      ))}
    </span>
  );
}
