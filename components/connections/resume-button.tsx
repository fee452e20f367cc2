"use client";

import { useTranslations } from "next-intl";
import { toast } from "@/lib/client/toast";
import { Button } from "@/components/ui/button";
import { useConnectionCall } from "@/lib/client/mutations/use-connection-call";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";

/** Ends a pause at once: nothing is lost by it, so it asks nothing. */
export function ResumeButton({ organization, connection, label }: { organization: string; connection: ConnectionDetailsWire; label: string }) {
  const t = useTranslations("connections.overview");
  const resume = useConnectionCall(organization, (calls, id: string) => calls.resume(id));

  async function run() {
    try {
      await resume.mutateAsync(connection.connection_id);
      toast.success(t("resumed", { name: connection.display_name }));
    } catch (error) {
      toast.error((error as Error).message);
    }
  }

  return (
    <Button variant="primary" pending={resume.isPending} onClick={() => void run()}>
      {label}
    </Button>
  );
}
