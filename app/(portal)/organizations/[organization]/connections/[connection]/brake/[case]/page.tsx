import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BrakeReview } from "@/components/connections/brake/brake-review";
import { requireConnection } from "@/lib/auth/require-connection";
import { findBrakeCases } from "@/lib/connections/brake/find-brake-cases";
import { presentBrakeCase } from "@/lib/connections/brake/present-brake";

type Props = { params: Promise<{ organization: string; connection: string; case: string }> };

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export async function generateMetadata() {
  return { title: (await getTranslations("brake.case"))("page") };
}

export default async function BrakeCasePage({ params }: Props) {
  const { organization: slug, connection: id, case: caseId } = await params;
  const { scope, organization, connection, permissions } = await requireConnection(slug, id, "member.get");
  const [found] = uuid.test(caseId) ? await findBrakeCases(scope, { connectionId: connection.id, caseId }) : [];
  if (!found) notFound();
  return (
    <BrakeReview
      organization={organization.slug}
      initial={presentBrakeCase(found)}
      identityProvider={connection.identityProvider}
      mayDecide={permissions.has("connection.update")}
    />
  );
}
