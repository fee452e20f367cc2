import "./globals.css";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { TakenOver } from "@/components/layout/taken-over";
import { Toaster } from "@/components/ui/toaster";
import { Providers } from "@/lib/client/providers";
import { parseTheme, themeCookie } from "@/lib/client/theme";
import { holdEarlyClicks } from "@/lib/http/hold-early-clicks";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: { default: t("productName"), template: `%s · ${t("productName")}` }, robots: { index: false, follow: false } };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html lang={await getLocale()} data-theme={theme} className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <body className="font-sans">
        <script dangerouslySetInnerHTML={{ __html: holdEarlyClicks }} />
        <NextIntlClientProvider messages={{ common: (await getMessages()).common }}>
          <Providers>
            {children}
          </Providers>
          <Toaster />
          <TakenOver />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
