import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/components/layout/public-shell";
import { SignOutButton } from "@/components/sign-in/sign-out-button";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button-link";
import { currentUser } from "@/lib/auth/current-caller";
import { findUserOrganizations } from "@/lib/organizations/find-user-organizations";

export async function generateMetadata() {
  return { title: (await getTranslations("auth.choose"))("title") };
}

export default async function ChooseOrganizationPage() {
  const user = await currentUser();
  if (!user) redirect("/sign-in?callbackUrl=%2Forganizations");
  const t = await getTranslations("auth.choose");
  const organizations = await findUserOrganizations(user.id);
  const footer = <SignOutButton>{t("signOut")}</SignOutButton>;
  if (organizations.length === 0) {
    return (
      <PublicShell title={user.operator ? t("operatorTitle") : t("noneTitle")} description={t(user.operator ? "operatorDescription" : "noneDescription", { email: user.email })} footer={footer}>
        <ButtonLink href={user.operator ? "/operator" : "/"} variant="primary" size="lg" block>
          {user.operator ? t("operator") : t("again")}
        </ButtonLink>
      </PublicShell>
    );
  }
  return (
    <PublicShell title={t("title")} description={t("description", { email: user.email })} footer={footer}>
      <ul className="-m-2 flex flex-col sm:-m-3">
        {organizations.map((organization) => (
          <li key={organization.id}>
            <Link href={`/organizations/${organization.slug}`} className="flex items-center gap-3 rounded-md p-2.5 transition-colors hover:bg-sunken">
              <Avatar name={organization.name} imageUrl={organization.logoUrl} color={organization.brandColor} shape="square" size="md" />
              <span className="min-w-0 flex-1 truncate text-base font-medium">{organization.name}</span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </PublicShell>
  );
}
