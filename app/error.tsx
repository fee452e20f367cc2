"use client";

import { FailurePage } from "@/components/layout/failure-page";

export default function RouteError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <FailurePage digest={error.digest} retry={reset} />;
}
