import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/components/layout/public-shell";
import { FirstSteps } from "@/components/sign-in/first-steps";
import { FirstRunForm } from "@/components/sign-in/first-run-form";
import { currentUser } from "@/lib/auth/current-caller";
import { isFirstRun } from "@/lib/auth/first-run";
import { findUserOrganizations } from "@/lib/organizations/find-user-organizations";

export default async function StartPage() {
  if (await isFirstRun()) return <FirstRun />;
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  if (user.operator) redirect("/operator");
  const [first, ...others] = await findUserOrganizations(user.id);
  redirect(first && others.length === 0 ? `/organizations/${first.slug}` : "/organizations");
}

async function FirstRun() {
  const t = await getTranslations("auth.firstRun");
  return (
    <PublicShell title={t("title")} description={t("description")} aside={<FirstSteps />}>
      <FirstRunForm />
    </PublicShell>
  );
}
