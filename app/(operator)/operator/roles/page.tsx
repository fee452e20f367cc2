import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { RoleCatalogue } from "@/components/roles/role-catalogue";
import { RoleFormDialog } from "@/components/roles/role-form-dialog";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { requireOperator } from "@/lib/auth/require-operator";
import { findCatalogue } from "@/lib/directory/roles/find-catalogue";
import { presentRole } from "@/lib/directory/roles/present-role";

export async function generateMetadata() {
  return { title: (await getTranslations("roles.catalogue"))("title") };
}

export default async function RoleCataloguePage() {
  await requireOperator();
  const t = await getTranslations("roles.catalogue");
  const create = (
    <Button variant="primary">
      <Plus aria-hidden />
      {t("create")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={<RoleFormDialog trigger={create} />} />
      <RoleCatalogue roles={(await findCatalogue()).map(presentRole)} />
    </>
  );
}
