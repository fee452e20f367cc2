"use client";

import { useEffect, useRef, useState } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { watchDarkMode } from "@/lib/client/watch-dark-mode";
import { accessibleReference, type ReferenceTexts } from "./accessible-reference";

type SwaggerUI = (options: Record<string, unknown>) => unknown;

/**
 * Swagger UI in the page. Its script is large and no module: it is loaded here, by a script that the content security policy
 * trusts, so that no other page carries it.
 */
export function ApiReference({ loading, failed, landmarks }: { loading: string; failed: string; landmarks: ReferenceTexts }) {
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"loading" | "ready" | "failed">("loading");
  useEffect(() => {
    const script = document.createElement("script");
    script.src = "/docs/api/assets/swagger-ui-bundle.js";
    script.onerror = () => setState("failed");
    script.onload = () => {
      const { SwaggerUIBundle } = window as unknown as { SwaggerUIBundle: SwaggerUI };
      readDocument()
        .then((spec) => SwaggerUIBundle({ ...options, spec, plugins: [accessibleReference(landmarks)], domNode: place.current, onComplete: () => setState("ready") }))
        .catch(() => setState("failed"));
    };
    document.head.append(script);
    return () => script.remove();
  }, [landmarks]);
  useEffect(() => watchDarkMode((dark) => document.documentElement.classList.toggle("dark-mode", dark)), []);
  return (
    <>
      {state === "loading" ? (
        <div role="status" className="flex flex-col gap-3">
          <span className="sr-only">{loading}</span>
          <Skeleton className="h-8 w-72" />
          <Skeleton className="h-16 max-w-2xl" />
          <Skeleton className="h-96" />
        </div>
      ) : null}
      {state === "failed" ? <p className="text-sm text-muted">{failed}</p> : null}
      {/* The skeleton above says already that it is on its way. */}
      <div id="reference" ref={place} className="[&_.loading]:hidden" />
    </>
  );
}

/** Read here: Swagger UI tells nobody that it could not. */
async function readDocument(): Promise<unknown> {
  const response = await fetch("/v1/openapi.json");
  if (!response.ok) throw new Error(`the document was answered with ${response.status}`);
  return response.json();
}

const options = {
  // Nothing is sent to a service that checks documents.
  validatorUrl: null,
  deepLinking: true,
  filter: true,
  docExpansion: "list",
  defaultModelsExpandDepth: -1,
  displayRequestDuration: true,
  tryItOutEnabled: true,
  persistAuthorization: false,
  syntaxHighlight: { theme: "arta" },
};
