"use client";

import { FailurePage } from "@/components/layout/failure-page";

/** `retry` asks the server again; `reset` would only draw the same failure anew. */
export default function RouteError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <FailurePage digest={error.digest} retry={retry} />;
}
