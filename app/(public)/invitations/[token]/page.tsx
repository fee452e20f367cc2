import { getTranslations } from "next-intl/server";
import { MessagePage } from "@/components/layout/message-page";
import { PublicShell } from "@/components/layout/public-shell";
import { AcceptSignedIn } from "@/components/sign-in/accept-signed-in";
import { AcceptWithPassword } from "@/components/sign-in/accept-with-password";
import { SignOutButton } from "@/components/sign-in/sign-out-button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { currentUser } from "@/lib/auth/current-caller";
import { openInvitation } from "@/lib/auth/open-invitation";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("auth.invitation"))("titleShort"), referrer: "no-referrer" as const };
}

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const [t, invitation, user] = await Promise.all([getTranslations("auth.invitation"), openInvitation(token), currentUser()]);
  if (!invitation) {
    return (
      <main id="content">
        <MessagePage title={t("goneTitle")} description={t("goneDescription")} action={<ButtonLink href="/">{t("goneAction")}</ButtonLink>} />
      </main>
    );
  }
  const { email, organizationName: organization, invitedBy } = invitation;
  const here = `/invitations/${token}`;
  const signIn = `/sign-in?callbackUrl=${encodeURIComponent(here)}&email=${encodeURIComponent(email)}`;
  return (
    <PublicShell organization={{ name: organization, logoUrl: invitation.logoUrl, brandColor: invitation.brandColor }} title={t("title", { organization })} description={t("description", { organization, named: invitedBy === null ? "no" : "yes", inviter: invitedBy ?? "" })}>
      {user?.email === email ? (
        <AcceptSignedIn token={token} email={email} />
      ) : user ? (
        <div className="flex flex-col gap-4">
          <Callout tone="warning">{t("otherAccount", { email, current: user.email })}</Callout>
          <SignOutButton next={here} variant="primary" size="lg" block>
            {t("signOut")}
          </SignOutButton>
        </div>
      ) : invitation.accountExists ? (
        <div className="flex flex-col gap-4">
          <Callout>{t("accountExists", { email })}</Callout>
          <ButtonLink href={signIn} variant="primary" size="lg" block>
            {t("signInToAccept")}
          </ButtonLink>
        </div>
      ) : (
        <AcceptWithPassword token={token} email={email} name={invitation.name} />
      )}
    </PublicShell>
  );
}
