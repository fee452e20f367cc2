"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LazyDialog } from "@/components/ui/lazy-dialog";

const CreateOrganizationForm = dynamic(() => import("./create-organization-form").then((module) => module.CreateOrganizationForm), { ssr: false });

/** Makes an organization and opens it. */
export function CreateOrganizationDialog() {
  const t = useTranslations("operator.create");
  const trigger = (
    <Button variant="primary">
      <Plus aria-hidden />
      {t("open")}
    </Button>
  );
  return <LazyDialog trigger={trigger}>{() => <CreateOrganizationForm />}</LazyDialog>;
}
