import { pickLocale } from "@/i18n/locales";
import { setUserLocale } from "@/lib/auth/set-user-locale";
import { LanguageBody } from "@/lib/contracts/language";
import { withPublic } from "@/lib/http/with-public";

export const POST = withPublic({ body: LanguageBody }, async ({ body, user }) => {
  if (user) await setUserLocale(user.id, pickLocale(body.locale, null));
  return {};
});
