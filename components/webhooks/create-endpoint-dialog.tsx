"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { EndpointSecret } from "./endpoint-secret";

const EndpointForm = dynamic(() => import("./endpoint-form").then((module) => module.EndpointForm), { ssr: false });

/** Adds an endpoint, shows its secret once, then opens it. */
export function CreateEndpointDialog({ open, close }: { open: boolean; close: () => void }) {
  const router = useRouter();
  const [made, setMade] = useState<{ id: string; secret: string } | null>(null);
  return (
    <Dialog open={open} onOpenChange={(next) => (next ? undefined : close())}>
      {!open ? null : made ? <EndpointSecret secret={made.secret} close={() => router.push(`/operator/webhooks/${made.id}`)} /> : <EndpointForm onMade={setMade} />}
    </Dialog>
  );
}
