import { demoOperations } from "@/lib/contracts/operations/installation";
import { toWireId } from "@/lib/contracts/wire-id";
import { demoExternalId } from "@/lib/http/demo-external-id";
import { makeDemo } from "@/lib/http/make-demo";
import { removeDemo } from "@/lib/http/remove-demo";
import { withInstallation } from "@/lib/http/with-installation";

export const POST = withInstallation(demoOperations.create, async ({ scope }) => {
  const { id, slug } = await makeDemo(scope, { name: "Lumenworks (demo)", users: 48, groups: 6, externalId: demoExternalId });
  return { organization_id: toWireId("organization", id), organization_slug: slug };
});

export const DELETE = withInstallation(demoOperations.remove, async ({ scope }) => ({ organization_id: toWireId("organization", await removeDemo(scope)) }));
