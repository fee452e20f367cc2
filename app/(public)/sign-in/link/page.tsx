import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/components/layout/public-shell";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";

type Props = { searchParams: Promise<{ token?: string; email?: string; callbackUrl?: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("auth.link"))("title") };
}

/** Between the e-mail and the sign-in stands a button, so that a mail scanner that opens links does not use this one up. */
export default async function SignInLinkPage({ searchParams }: Props) {
  const { token, email, callbackUrl } = await searchParams;
  const t = await getTranslations("auth.link");
  const complete = typeof token === "string" && typeof email === "string";
  return (
    <PublicShell title={t("title")} description={complete ? t("description", { email }) : undefined}>
      {complete ? (
        <form action="/api/auth/callback/email" method="get">
          <input type="hidden" name="callbackUrl" value={typeof callbackUrl === "string" ? callbackUrl : "/"} />
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="email" value={email} />
          <Button type="submit" variant="primary" size="lg" block>
            {t("submit")}
          </Button>
        </form>
      ) : (
        <div className="flex flex-col gap-4">
          <Callout tone="danger">{t("broken")}</Callout>
          <ButtonLink href="/sign-in" block size="lg">
            {t("again")}
          </ButtonLink>
        </div>
      )}
    </PublicShell>
  );
}
