import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import type { ScimRequestDetailsWire } from "@/lib/contracts/activity";

/** The redacted request and answer, with why a body is not here. */
export function CallExchange({ call }: { call: ScimRequestDetailsWire }) {
  const t = useTranslations("activity.details");
  const lines = (headers: Record<string, string>) => Object.entries(headers).map(([name, value]) => `${name}: ${value}`).join("\n");
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-col gap-0.5">
        <h3 className="text-sm font-semibold text-text">{t("exchange")}</h3>
        <p className="text-xs text-muted">{call.method === "GET" && call.body_state === "none" ? t("bodies.kept") : t(`bodies.${call.body_state}`)}</p>
      </div>
      <CodeBlock name={t("request")} code={[`${call.method} ${call.path}`, lines(call.request_headers)].filter(Boolean).join("\n")} />
      {call.request_body ? <CodeBlock name={t("requestBody")} code={call.request_body} /> : null}
      <CodeBlock name={t("response")} code={[`HTTP ${call.status}`, lines(call.response_headers)].filter(Boolean).join("\n")} />
      {call.response_body ? <CodeBlock name={t("responseBody")} code={call.response_body} /> : null}
    </section>
  );
}
