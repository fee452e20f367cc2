import { Activity, Building2, Fingerprint, KeyRound, ListOrdered, ScrollText, ShieldCheck, Webhook } from "lucide-react";
import type { useTranslations } from "next-intl";
import type { NavigationItem } from "./navigation-item";

/** The places of the operator console. */
export function operatorNavigation(t: ReturnType<typeof useTranslations<"common">>): NavigationItem[] {
  return [
    { href: "/operator/organizations", label: t("navigation.operatorOrganizations"), icon: <Building2 aria-hidden /> },
    { href: "/operator/roles", label: t("navigation.operatorRoles"), icon: <ShieldCheck aria-hidden /> },
    { href: "/operator/credentials", label: t("navigation.operatorCredentials"), icon: <KeyRound aria-hidden /> },
    { href: "/operator/sessions", label: t("navigation.operatorSessions"), icon: <Fingerprint aria-hidden /> },
    { href: "/operator/webhooks", label: t("navigation.operatorWebhooks"), icon: <Webhook aria-hidden /> },
    { href: "/operator/events", label: t("navigation.operatorEvents"), icon: <ListOrdered aria-hidden /> },
    { href: "/operator/health", label: t("navigation.operatorHealth"), icon: <Activity aria-hidden /> },
    { href: "/operator/audit", label: t("navigation.operatorAudit"), icon: <ScrollText aria-hidden /> },
  ];
}
