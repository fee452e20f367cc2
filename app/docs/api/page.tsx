import "./reference.css";
import type { Metadata } from "next";
import { ApiReference } from "@/components/docs/api-reference";
import texts from "@/messages/en/reference.json";

export const metadata: Metadata = { title: texts.title };

/** The reference of the management API, rendered by Swagger UI from /v1/openapi.json; everything comes from this server. */
export default function ApiReferencePage() {
  return (
    <>
      <link rel="stylesheet" href="/docs/api/assets/swagger-ui.css" precedence="low" />
      <ApiReference loading={texts.loading} failed={texts.failed} landmarks={texts.landmarks} />
    </>
  );
}
