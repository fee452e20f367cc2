import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/components/layout/public-shell";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { Callout } from "@/components/ui/callout";
import { currentUser } from "@/lib/auth/current-caller";
import { isFirstRun } from "@/lib/auth/first-run";
import { safeCallback } from "@/lib/auth/safe-callback";
import { signInWays } from "@/lib/auth/sign-in-ways";

type Props = { searchParams: Promise<{ callbackUrl?: string; error?: string; email?: string }> };

const ERRORS = ["TooManyAttempts", "EmailNotVerified", "Verification", "AccessDenied"] as const;

export async function generateMetadata() {
  return { title: (await getTranslations("auth.signIn"))("titleShort") };
}

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error, email } = await searchParams;
  const target = safeCallback(callbackUrl);
  if (await isFirstRun()) redirect("/");
  if (!error && (await currentUser())) redirect(target);
  const t = await getTranslations("auth.signIn");
  const known = ERRORS.find((word) => word === error) ?? "other";
  const { oidcName, offersLink } = signInWays();
  return (
    <PublicShell title={t("title")} footer={t("noAccount")}>
      <div className="flex flex-col gap-4">
        {error ? <Callout tone="danger">{t(`errors.${known}`)}</Callout> : null}
        <SignInForm callbackUrl={target} oidcName={oidcName} offersLink={offersLink} email={typeof email === "string" ? email : ""} />
      </div>
    </PublicShell>
  );
}
