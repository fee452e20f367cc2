import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/components/layout/public-shell";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { signInWays } from "@/lib/auth/sign-in-ways";

export async function generateMetadata() {
  return { title: (await getTranslations("auth.linkSent"))("title") };
}

export default async function LinkSentPage() {
  const t = await getTranslations("auth.linkSent");
  return (
    <PublicShell title={t("title")} description={t("description")}>
      <div className="flex flex-col gap-4">
        {signInWays().linksGoToLog ? <Callout tone="neutral">{t("development")}</Callout> : null}
        <ButtonLink href="/sign-in" block size="lg">
          {t("back")}
        </ButtonLink>
      </div>
    </PublicShell>
  );
}
