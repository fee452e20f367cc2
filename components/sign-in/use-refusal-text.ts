"use client";

import { useTranslations } from "next-intl";
import type { SignInRefusal } from "@/lib/client/sign-in";

/** The sentence for a refused sign-in: the same for a wrong password and for an account that does not exist. */
export function useRefusalText(): (refusal: SignInRefusal) => string {
  const t = useTranslations("auth.signIn");
  return ({ error, retryAfterSeconds }) => {
    if (error === "CredentialsSignin") return t("wrong");
    if (error === "TooManyAttempts") return t("tooMany", { minutes: Math.max(1, Math.ceil((retryAfterSeconds ?? 60) / 60)) });
    return t("errors.other");
  };
}
