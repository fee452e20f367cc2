import type { Metadata } from "next";
import { ErrorList } from "@/components/docs/error-list";
import { PageHeader } from "@/components/ui/page-header";
import { errorTypes } from "@/lib/contracts/error-types";
import texts from "@/messages/en/errors.json";

export const metadata: Metadata = { title: texts.title };

/** Where `error_url` leads: every error type with its cause and what to do. */
export default function ErrorsPage() {
  const statuses = [...new Set(Object.values(errorTypes))].sort((a, b) => a - b);
  return (
    <main className="flex flex-col gap-8">
      <PageHeader title={texts.title} description={texts.description} />
      {statuses.map((status) => (
        <ErrorList key={status} title={texts.status[`${status}`]} types={Object.entries(errorTypes).flatMap(([type, its]) => (its === status ? [type as keyof typeof texts.types] : []))} />
      ))}
    </main>
  );
}
