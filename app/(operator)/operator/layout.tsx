import type { ReactNode } from "react";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { AppShell } from "@/components/layout/app-shell";
import { BrandMark } from "@/components/layout/brand-mark";
import { operatorNavigation } from "@/components/layout/operator-navigation";
import { UserMenu } from "@/components/layout/user-menu";
import { requireOperator } from "@/lib/auth/require-operator";
import { parseTheme, themeCookie } from "@/lib/client/theme";

export default async function OperatorLayout({ children }: { children: ReactNode }) {
  const { user } = await requireOperator();
  const t = await getTranslations("common");
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    <AppShell
      heading={
        <div className="flex h-10 items-center gap-2.5 px-2 text-sm font-semibold">
          <BrandMark />
          {t("navigation.operatorConsole")}
        </div>
      }
      navigation={operatorNavigation(t)}
      footer={<UserMenu user={user} theme={theme} place="operator" />}
    >
      {children}
    </AppShell>
  );
}
